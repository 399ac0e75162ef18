// Bundles src/ into content-hashed, pre-compressed files and writes manifest.json (logical name -> hashed name), which
// io.nordwand.web.Assets reads. Usage: node build.mjs [--watch] [output directory]
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, extname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { context } from "esbuild";

const here = fileURLToPath(new URL(".", import.meta.url));
const text = new Set([".js", ".css", ".svg", ".txt"]);
const licences = [
  ["htmx (scripts)", "node_modules/htmx.org/LICENSE"],
  ["Inter (font)", "src/licences/inter.txt"],
  ["Lucide (icons)", "src/licences/lucide.txt"],
];

/** What people's browsers and what TVs of 2022 (Chromium 85) understand; the latter get files of their own. */
const targets = [
  {
    entryPoints: [
      { in: "src/app.js", out: "app" },
      { in: "src/styles/app.css", out: "app" },
      { in: "src/favicon.svg", out: "favicon" },
    ],
    target: ["chrome123", "firefox120", "safari17.5"],
  },
  {
    entryPoints: [
      { in: "src/kiosk.js", out: "kiosk" },
      { in: "src/styles/kiosk.css", out: "kiosk" },
      { in: "src/pair.js", out: "pair" },
      { in: "src/styles/pair.css", out: "pair" },
    ],
    target: ["chrome85"],
    plugins: [{ name: "flat", setup: flat }],
  },
];

/** Builds once into the directory and returns the manifest; with watch it goes on building as sources change. */
export async function build(directory, watch = false) {
  let manifest;
  const built = new Map();
  const bundlers = await Promise.all(
    targets.map((each, i) =>
      context({
        absWorkingDir: here,
        entryPoints: each.entryPoints,
        outdir: directory,
        entryNames: "[name].[hash]",
        assetNames: "[name].[hash]",
        loader: { ".woff2": "file", ".svg": "copy" },
        bundle: true,
        minify: !watch,
        sourcemap: watch ? "inline" : false,
        format: "iife",
        target: each.target,
        legalComments: "none",
        banner: { js: "/* Licences: /assets/LICENSES.txt */", css: "/* Licences: /assets/LICENSES.txt */" },
        logLevel: "warning",
        write: false,
        plugins: [
          ...(each.plugins ?? []),
          { name: "write", setup: (plugin) => plugin.onEnd((result) => done(i, result)) },
        ],
      }),
    ),
  );
  function done(i, result) {
    if (result.errors.length > 0) return;
    built.set(i, result.outputFiles);
    if (built.size === targets.length) manifest = write(directory, [...built.values()].flat());
  }
  if (watch) {
    await Promise.all(bundlers.map((bundler) => bundler.watch()));
    return manifest;
  }
  try {
    for (const bundler of bundlers) await bundler.rebuild();
  } finally {
    await Promise.all(bundlers.map((bundler) => bundler.dispose()));
  }
  return manifest;
}

/** The tokens for browsers without light-dark(): first the light ones, then the dark ones over them. */
function flat(plugin) {
  plugin.onLoad({ filter: /tokens\.css$/ }, ({ path }) => ({
    contents: withoutLightDark(readFileSync(path, "utf8")),
    loader: "css",
    resolveDir: join(here, "src/styles"),
  }));
}

/** Writes light-dark(a, b) as two rules, of which <html data-theme="dark"> picks the second. */
export function withoutLightDark(css) {
  const dark = [...css.matchAll(/(--[\w-]+):([^;{}]*light-dark\([^;{}]*);/g)];
  const darkRules = dark.map(([, name, value]) => `${name}:${pick(value, 1)};`).join("\n");
  return `${pick(css, 0)}\n:root[data-theme="dark"] {\n${darkRules}\n}\n`;
}

/** Replaces each light-dark(a, b) by its first or second argument. */
function pick(css, which) {
  const name = "light-dark(";
  let text = css;
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name)) {
    const parts = [""];
    let end = at + name.length;
    for (let depth = 1; depth > 0; end++) {
      const sign = text[end];
      if (sign === undefined) throw new Error("light-dark() without an end");
      depth += sign === "(" ? 1 : sign === ")" ? -1 : 0;
      if (sign === "," && depth === 1) parts.push("");
      else if (depth > 0) parts[parts.length - 1] += sign;
    }
    text = text.slice(0, at) + parts[which].trim() + text.slice(end);
  }
  return text;
}

function write(directory, outputs) {
  rmSync(directory, { recursive: true, force: true });
  mkdirSync(directory, { recursive: true });
  const manifest = {};
  for (const file of outputs) {
    const name = basename(file.path);
    manifest[name.replace(/\.[A-Z0-9]{8}(\.\w+)$/, "$1")] = name;
    emit(directory, name, Buffer.from(file.contents));
  }
  const notes = Buffer.from(
    licences
      .map(([what, path]) => `==== ${what} ====\n\n${readFileSync(join(here, path), "utf8").trim()}\n`)
      .join("\n\n"),
  );
  const hash = createHash("sha256").update(notes).digest("hex").slice(0, 8).toUpperCase();
  manifest["LICENSES.txt"] = `LICENSES.${hash}.txt`;
  emit(directory, manifest["LICENSES.txt"], notes);
  // Last, so that a reader never sees names of files that are not there yet.
  writeFileSync(join(directory, "manifest.json"), JSON.stringify(manifest, null, 2));
  return manifest;
}

function emit(directory, name, content) {
  const path = join(directory, name);
  writeFileSync(path, content);
  if (!text.has(extname(name))) return;
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
  writeFileSync(`${path}.br`, brotliCompressSync(content, { params }));
  writeFileSync(`${path}.gz`, gzipSync(content, { level: 9 }));
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const args = process.argv.slice(2);
  const directory = args.find((arg) => !arg.startsWith("--")) ?? "../target/classes/static/assets";
  await build(resolve(here, directory), args.includes("--watch"));
}
