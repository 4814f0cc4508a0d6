// @ts-check
/* The frame of a page: the switch between light and dark, the menu, the table of contents, and folded parts. */

export function mountFrame(root) {
  mountSwitch(root);
  mountMenu(root);
  followContents(root);
  mountFolds(root);
  // What scrolls sideways must be reachable by the keyboard.
  for (const box of root.querySelectorAll("pre > code, table:not([class])")) {
    if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
  }
}

function mountSwitch(root) {
  const bar = root.createElement("meta");
  bar.name = "theme-color";
  root.head.append(bar);
  const show = (scheme) => {
    root.body.dataset.mdColorScheme = scheme;
    bar.content = getComputedStyle(root.querySelector(".md-header")).backgroundColor;
  };
  show(root.body.dataset.mdColorScheme);
  const buttons = [...root.querySelectorAll("[data-scheme]")];
  for (const button of buttons) {
    button.addEventListener("click", () => {
      show(button.dataset.scheme);
      buttons.find((other) => other !== button).focus();
      try {
        localStorage.setItem("scheme", button.dataset.scheme);
      } catch {
        // Without storage the choice lasts as long as the page.
      }
    });
  }
}

function mountMenu(root) {
  const drawer = root.getElementById("__drawer");
  const close = () => {
    drawer.checked = false;
  };
  addEventListener("hashchange", close);
  root.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && drawer.checked) {
      close();
      drawer.focus();
    } else if (event.key === "Enter" && event.target === drawer) {
      drawer.checked = !drawer.checked;
    }
  });
}

/* Marks in the table of contents where the reader is and what lies behind. */
function followContents(root) {
  const links = [...root.querySelectorAll(".md-nav--secondary .md-nav__link")];
  const parts = links.map((link) => root.getElementById(decodeURIComponent(link.hash.slice(1))));
  if (!links.length || parts.includes(null)) return;
  const scroller = root.querySelector(".md-sidebar--secondary .md-sidebar__scrollwrap");
  let asked = false;
  const mark = () => {
    asked = false;
    const edge = parseFloat(getComputedStyle(parts[0]).scrollMarginTop) + 1;
    const end = innerHeight + scrollY >= root.documentElement.scrollHeight - 1;
    const passed = end ? links.length : parts.filter((part) => part.getBoundingClientRect().top <= edge).length;
    links.forEach((link, place) => {
      link.classList.toggle("md-nav__link--passed", place < passed);
      link.classList.toggle("md-nav__link--active", place === passed - 1);
    });
    const active = links[passed - 1];
    if (active && scroller.scrollHeight > scroller.clientHeight) {
      scroller.scrollTop = active.offsetTop - scroller.clientHeight / 2;
    }
  };
  const ask = () => {
    if (!asked) requestAnimationFrame(mark);
    asked = true;
  };
  addEventListener("scroll", ask, { passive: true });
  addEventListener("resize", ask, { passive: true });
  ask();
}

/* A link into a folded part unfolds it; paper shows all that is folded. */
function mountFolds(root) {
  const unfold = () => {
    let fold = root.getElementById(decodeURIComponent(location.hash.slice(1)))?.closest("details");
    for (; fold; fold = fold.parentElement.closest("details")) fold.open = true;
  };
  addEventListener("hashchange", unfold);
  unfold();
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...root.querySelectorAll("article details:not([open])")];
    for (const fold of opened) fold.open = true;
  });
  addEventListener("afterprint", () => {
    for (const fold of opened) fold.open = false;
  });
}
