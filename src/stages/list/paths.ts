/** A path on a server, made absolute and free of `.`, `..`, double and trailing slashes. */
export function join(from: string, path: string): string {
  const parts: string[] = [];
  const all = path.startsWith("/") ? path : `${from}/${path}`;
  for (const part of all.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "" && part !== ".") parts.push(part);
  }
  return `/${parts.join("/")}`;
}

/** The deepest folder that holds all of the (absolute) paths. */
export function commonParent(paths: readonly string[]): string {
  const [first = "/", ...others] = paths;
  let parts = first.split("/").filter((part) => part !== "");
  for (const path of others) {
    const its = path.split("/").filter((part) => part !== "");
    const differ = parts.findIndex((part, place) => part !== its[place]);
    if (differ >= 0) parts = parts.slice(0, differ);
  }
  return `/${parts.join("/")}`;
}

/** The path of what has this name in a folder. */
export function below(folder: string, name: string): string {
  return folder === "/" ? `/${name}` : `${folder}/${name}`;
}
