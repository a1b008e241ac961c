// SPDX-License-Identifier: Apache-2.0
// What people meet in a browser: reports of the program itself, and `sojourn watch`.
//
// node report_and_watch.mjs SOJOURN SOURCES [FOLDER]: after `npm install` beside this file. Pictures
// of every page, at 1280 and 430 px and as printed on A4, go to FOLDER.
import assert from 'node:assert/strict';
import { spawn, execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const [sojourn, sources, wanted] = process.argv.slice(2);
const folder = wanted ?? mkdtempSync(join(tmpdir(), 'sojourn-browser-'));
const here = dirname(fileURLToPath(import.meta.url));
const axe = readFileSync(join(here, 'node_modules/axe-core/axe.min.js'), 'utf8');
const largest = 2_000_000; // bytes
const slowest = 2_000;     // ms, on a busy machine; what it took is printed
// ms of processor time until it stands, busy or not: 4 designs x 4 people, and anything else.
const most_work = {four: 300, other: 900};

/// A scenario of the stress tests: `words` are arguments of its scenario().
function stressed(name, words) {
  const file = join(folder, name + '.yaml');
  writeFileSync(file, execFileSync('python3', ['-c',
    `import sys; sys.path.insert(0, sys.argv[1]); import journey; print(journey.scenario(${words}))`,
    join(sources, 'tests/stress')]));
  return file;
}

function report(scenario, name, replications = 4) {
  const result = join(folder, name + '.h5');
  execFileSync(sojourn, ['run', scenario, '-q', '--replications', String(replications),
    '-o', result], { stdio: 'ignore' });
  return join(folder, name + '.html');
}

/// A page that keeps what it complains of and what it asks for outside of `own`.
async function watched(context, own) {
  const page = await context.newPage(), complaints = [];
  page.on('console', said => complaints.push(said.type() + ': ' + said.text()));
  page.on('pageerror', error => complaints.push(String(error)));
  page.on('dialog', dialog => { complaints.push('dialog ' + dialog.message()); dialog.dismiss(); });
  page.on('request', request => {
    const url = request.url();
    if (!url.startsWith(own) && !url.startsWith('data:')) complaints.push('asks for ' + url);
  });
  return { page, complaints };
}

async function violations(browser, url) {
  const context = await browser.newContext({ bypassCSP: true });
  const page = await context.newPage();
  await page.goto(url);
  await page.addScriptTag({ content: axe });
  const found = await page.evaluate(() => axe.run(document, { iframes: false }));
  await context.close();
  return found.violations.map(each => `${each.id}: ${each.nodes[0].html.slice(0, 120)}`);
}

/// Everything that can have the focus gets it by the Tab key alone.
async function reached(page) {
  const wanted = await page.evaluate(() => {
    const all = [...document.querySelectorAll('a[href],button,summary,input,[tabindex="0"]')]
      .filter(each => each.checkVisibility({ visibilityProperty: true }) &&
                      (each.type !== 'radio' || each.checked));
    all.forEach((each, i) => { each.dataset.order = i; });
    return all.length;
  });
  const seen = new Set();
  for (let i = 0; i < 2 * wanted + 20 && seen.size < wanted; ++i) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => document.activeElement?.dataset.order ?? null);
    if (at !== null) seen.add(at);
  }
  return { wanted, reached: seen.size };
}

/// Processor time of reading, styling, laying out and painting, which others' work does not change.
function work_of(trace) {
  const parts = new Set(['ParseHTML', 'UpdateLayoutTree', 'Layout', 'PrePaint', 'Paint', 'Layerize',
                         'EvaluateScript', 'ParseAuthorStyleSheet']);
  return JSON.parse(trace.toString()).traceEvents
    .filter(each => each.ph === 'X' && parts.has(each.name))
    .reduce((sum, each) => sum + (each.tdur ?? 0) / 1000, 0);
}

async function check_report(browser, file, name) {
  const url = pathToFileURL(file).href;
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const { page, complaints } = await watched(context, url);
  await browser.startTracing(page, { categories: ['devtools.timeline'] });
  await page.goto(url, { waitUntil: 'load' });
  const work = work_of(await browser.stopTracing());
  const dom = await page.evaluate(() =>
    performance.getEntriesByType('navigation')[0].domComplete);
  await page.screenshot({ path: join(folder, name + '-1280.png'), fullPage: true });
  const { wanted, reached: focused } = await reached(page);
  await page.setViewportSize({ width: 430, height: 900 });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  await page.screenshot({ path: join(folder, name + '-430.png'), fullPage: true });
  await page.pdf({ path: join(folder, name + '-a4.pdf'), format: 'A4', printBackground: true });
  const bytes = statSync(file).size;
  const found = await violations(browser, url);
  console.log(`${name}: ${bytes} bytes, dom complete after ${Math.round(dom)} ms ` +
              `(${Math.round(work)} ms of work), ` +
              `${focused} of ${wanted} places by keyboard, axe: ${found.length}`);
  assert.deepEqual(complaints, [], name);
  assert.deepEqual(found, [], name);
  assert.equal(focused, wanted, name + ': places the keyboard reaches');
  assert.ok(wanted > 5, name + ': there is something to reach');
  assert.ok(bytes <= largest, name + ': too large');
  assert.ok(dom < slowest, name + ': too slow');
  assert.ok(work > 10 && work < (most_work[name] ?? most_work.other), name + ': too much work');
  assert.ok(wide <= 0, name + ': wider than a telephone');
  const plain = await browser.newContext({ javaScriptEnabled: false });
  const still = await plain.newPage();
  await still.goto(url);
  assert.ok(await still.locator('h1').isVisible(), name + ': without JavaScript');
  assert.ok(await still.locator('svg:visible').count() > 2, name + ': figures without JavaScript');
  await plain.close();
  await context.close();
}

/// The checks can fail: a picture from outside, a script of its own, an unnamed field.
async function sees_a_break(browser, file) {
  const broken = join(folder, 'broken.html');
  writeFileSync(broken, readFileSync(file, 'utf8')
    .replace('<h1', '<img alt="" src="http://example.invalid/x.png"><input><h1'));
  await assert.rejects(check_report(browser, broken, 'broken'), assert.AssertionError);
}

async function check_watch(browser) {
  const file = join(folder, 'watched.yaml');
  const text = readFileSync(join(sources, 'scenarios/workshop.yaml'), 'utf8');
  writeFileSync(file, text);
  const program = spawn(sojourn, ['watch', file, '--port', '0']);
  try {
    const url = await new Promise((resolve, reject) => {
      let said = '';
      program.stdout.on('data', more => {
        said += more;
        const found = said.match(/http:\/\/127\.0\.0\.1:\d+\//);
        if (found) resolve(found[0]);
      });
      program.on('exit', code => reject(new Error('watch ended with ' + code)));
    });
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    const { page, complaints } = await watched(context, url);
    await page.goto(url);
    const report_frame = () => page.frames().findLast(each => each.url().includes('/report'));
    await page.waitForFunction(() => Number(document.body.dataset.picture) > 0 ||
      document.querySelector('iframe').contentDocument?.querySelector('h1'), null, { timeout: 60_000 });
    await page.waitForFunction(() => /^complete/.test(document.querySelector('#words').textContent),
      null, { timeout: 120_000 });
    await report_frame().evaluate(() => scrollTo(0, 700));
    const before = report_frame().url();
    writeFileSync(file, text + '\n# saved again\n');
    await page.waitForFunction(was => {
      const all = document.querySelectorAll('iframe');
      return all.length === 1 && all[0].src !== was && all[0].contentDocument?.readyState === 'complete';
    }, before, { timeout: 60_000 });
    assert.equal(await report_frame().evaluate(() => scrollY), 700, 'the place is kept');
    writeFileSync(file, text.replace('touchpoints:', 'touchpoint:'));
    await page.waitForSelector('#problems:not([hidden])', { timeout: 60_000 });
    assert.match(await page.locator('#list').textContent(), /watched\.yaml:\d+:\d+: error/);
    assert.ok(await page.locator('#stale').isVisible(), 'an earlier picture says so');
    await page.screenshot({ path: join(folder, 'watch-problems.png') });
    writeFileSync(file, text);
    await page.waitForSelector('#stale', { state: 'hidden', timeout: 60_000 });
    await page.screenshot({ path: join(folder, 'watch.png') });
    assert.deepEqual(await violations(browser, url), [], 'watch');
    assert.deepEqual(complaints, [], 'watch');
    await context.close();
    console.log('watch: pictures come, the place is kept, problems are shown and go');
  } finally {
    const ended = new Promise(resolve => program.on('exit', resolve));
    program.kill('SIGINT');
    assert.equal(await ended, 0, 'watch ends with 0');
  }
}

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
                                        args: ['--no-sandbox'] });
try {
  const incident = report(join(sources, 'scenarios/incident.yaml'), 'incident');
  await check_report(browser, incident, 'incident');
  await sees_a_break(browser, incident);
  await check_report(browser, report(stressed('four', 'n_arms=4, n_personas=4'), 'four'), 'four');
  await check_report(browser, report(stressed('large', 'n_touchpoints=60, n_arms=12, n_personas=8'),
                                     'large'), 'large');
  await check_report(browser, report(stressed('hostile',
    'n_touchpoints=16, n_arms=4, n_personas=3, names=journey.HOSTILE'), 'hostile'), 'hostile');
  await check_watch(browser);
} finally {
  await browser.close();
}
