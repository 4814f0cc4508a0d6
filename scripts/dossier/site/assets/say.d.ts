/* What stands in its place when the site is built are the words themselves: see site/worded_scripts.py. */
declare function say(key: string, fields?: Record<string, unknown>): string;
