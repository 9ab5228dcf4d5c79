// Judges pages, one after the other, in one Chromium:
//
//     node lighthouse.mjs FOLDER_OF_LIGHTHOUSE CHROMIUM FLAG...
//
// A line of JSON on standard input is a page and settings of Lighthouse, {"url": …, …}; the line
// on standard output that answers it is Lighthouse's result. To load Lighthouse and to start a
// browser takes longer than to judge a page.

import { createRequire } from "node:module";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const [folder, chromePath, ...chromeFlags] = process.argv.slice(2);
const { default: lighthouse } = await import(pathToFileURL(`${folder}/core/index.js`));
const launcher = createRequire(`${folder}/core/index.js`).resolve("chrome-launcher");
const { launch } = await import(pathToFileURL(launcher));

const chromium = await launch({ chromePath, chromeFlags });
process.once("SIGTERM", () => process.exit(1));
process.once("exit", () => chromium.kill());

for await (const line of createInterface({ input: process.stdin })) {
  const { url, ...settings } = JSON.parse(line);
  const { lhr } = await lighthouse(url, { ...settings, port: chromium.port });
  process.stdout.write(`${JSON.stringify(lhr)}\n`);
}
process.exit();
