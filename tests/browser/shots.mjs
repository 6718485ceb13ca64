// Screenshots of the built pages for eyes: node shots.mjs ADDRESS FOLDER
import { join } from 'node:path';
import { launch, Visit } from './visit.mjs';

const PAGES = ['index.html', 'frame.html'];
const WIDTHS_CSS_PX = [320, 768, 1280];
// The list of events below goes on for many screens and looks the same.
const HEIGHT_CSS_PX = 4000;
const THEMES = ['light', 'dark'];

async function shoot(visit, folder, path, width, theme, script) {
  const name = `${path.replace('.html', '')}-${width}-${theme}${script ? '' : '-no-script'}.png`;
  const options = { viewport: { width, height: 900 }, colorScheme: theme, javaScriptEnabled: script };
  const page = await (script ? visit.openReady(path, options) : visit.open(path, options));
  const whole = await page.evaluate(() => document.documentElement.scrollHeight);
  const clip = { x: 0, y: 0, width, height: Math.min(whole, HEIGHT_CSS_PX) };
  await page.screenshot({ path: join(folder, name), fullPage: true, clip });
  console.log(name);
}

async function main([address, folder]) {
  if (!address || !folder) throw new Error('run it by `cargo xtask shots`');
  const browser = await launch();
  for (const path of PAGES) {
    for (const width of WIDTHS_CSS_PX) {
      for (const theme of THEMES) {
        const visit = new Visit(browser, address);
        await shoot(visit, folder, path, width, theme, true);
        await visit.end();
      }
      const visit = new Visit(browser, address);
      await shoot(visit, folder, path, width, 'light', false);
      await visit.end();
    }
  }
  await browser.close();
}

await main(process.argv.slice(2));
