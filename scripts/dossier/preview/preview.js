/* In the preview only: loads the page anew after each build, and shows what is wrong where a build was refused. */

const shown = new URL(import.meta.url).searchParams.get("build");
const events = new EventSource("/-/events");

events.addEventListener("message", ({ data }) => {
  const { build, problems } = JSON.parse(data);
  document.getElementById("preview-problems")?.remove();
  if (problems) show(problems);
  else if (String(build) !== shown) location.reload();
});

function show(problems) {
  const box = document.createElement("pre");
  box.id = "preview-problems";
  box.setAttribute("role", "alert");
  box.textContent = problems;
  box.style.cssText =
    "position:fixed;inset:auto 0 0;z-index:99;max-height:60vh;overflow:auto;margin:0;padding:1rem;" +
    "background:#5a1111;color:#fff;font:13px/1.5 ui-monospace,monospace;white-space:pre-wrap";
  document.body.append(box);
}
