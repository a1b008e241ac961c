// SPDX-License-Identifier: Apache-2.0
// What an editor does with the schema, by yaml-language-server: marks, hover, completion.
//
// node editing.mjs SOJOURN SOURCES: after `npm install` beside this file.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LanguageServer } from './language_server.mjs';

const [sojourn, sources] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'sojourn-editors-'));
writeFileSync(join(folder, 'scenario.schema.json'), execFileSync(sojourn, ['schema']));

const modeline = '# yaml-language-server: $schema=./scenario.schema.json\n';
const mine = modeline + `sojourn: 1
personas:
  everyone:
    biases: { loss_aversion: { ratio: 2 }, waiting: {} }
  mira:
    share: 100%
    patience: 5 min
arrivals: { rate: 9 per hour }
touchpoints:
  desk:
    takes: 5 min
    feels:
      mean: +1
      waiting: -0.1 per min
    needs: { staff: 1 }
    announces: { estimate: last_wait }
    then: [ { to: done, share: rest } ]
exits:
  done: { outcome: served }
resources:
  staff: { capacity: 2, set_up: 1 min }
  friends: { capacity: { helpers: 5% } }
indicators:
  calls: { counts: { desk: 1 } }
variants:
  better:
    from: week 5 Mon 00:00
    change:
      touchpoints.desk.takes: { times: 0.8 }
experiment:
  studies: [ compare ]
`;

let opened = 0;
const server = new LanguageServer();
const open = text => server.open(join(folder, `mine${++opened}.yaml`), text);
const line_of = (text, words) => text.slice(0, text.indexOf(words)).split('\n').length;

async function nothing_is_marked() {
  const shipped = readdirSync(join(sources, 'scenarios')).filter(name => name.endsWith('.yaml'));
  assert(shipped.length >= 8);
  execFileSync(sojourn, ['init', join(folder, 'first.yaml')], { stdio: 'ignore' });
  for (const name of shipped) copyFileSync(join(sources, 'scenarios', name), join(folder, name));
  for (const name of [...shipped, 'first.yaml']) {
    const begin = Date.now(), document = await server.open(join(folder, name));
    assert.match(document.text, /^# yaml-language-server: \$schema=\.\/scenario\.schema\.json\n/, name);
    assert.deepEqual(document.diagnostics, [], name);
    console.log(`${name}: nothing marked, ${Date.now() - begin} ms`);
    server.close(document);
  }
  assert.deepEqual((await open(mine)).diagnostics, []);
}

/// What is written instead, where it is marked, and what the mark says.
const mistakes = [
  ['takes: 5 min', 'taks: 5 min', /taks is not allowed/],
  ['takes: 5 min', 'takes: 5 mins', /A duration like 30 min/],
  ['takes: 5 min', 'takes: 5', /Expected "string/],
  ['takes: 5 min', 'takes: { median: 5 min, p9: 7 min }', /p9 is not allowed/],
  ['mean: +1', 'mean: 7', /affect points from -5 to \+5|above the maximum/i],
  ['capacity: 2', 'capacity: two', /A whole number .* or unlimited, or a group of helpers/],
  ['capacity: 2', 'capacity: 0', /A whole number \(1 to 100000\)|below the minimum|Expected/],
  ['ratio: 2', 'rato: 2', /rato is not allowed/],
  ['loss_aversion', 'loss_aversoin', /loss_aversoin is not allowed/],
  ['outcome: served', 'outcome: happy', /One of served, lost, competitor and off-boarded/],
  ['share: 100%', 'share: 0.5', /A share like 40%|Expected "string/],
  ['last_wait', 'last_weit', /One of last_wait, head_wait/],
  ['9 per hour', '9 per our', /A rate like 9 per hour/],
  ['from: week 5 Mon 00:00', 'from: week 5', /A moment like/],
  ['helpers: 5%', 'helper: 5%', /a group of helpers, after/],
  ['touchpoints.desk.takes: {', 'touchpoints.desk.taks: {', /taks is not allowed/],
  ['counts: { desk: 1 }', 'counts: { desk: one }', /A number like|Expected "number/],
  ['[ compare ]', '[ compair ]', /One of compare, ablate|Valid values: "compare"/],
];

async function mistakes_are_marked() {
  for (const [from, to, says] of mistakes) {
    const wrong = mine.replace(from, to), document = await open(wrong);
    const there = document.diagnostics.filter(each => each.range.start.line + 1 === line_of(wrong, to));
    assert(there.length > 0, `${to}: ${JSON.stringify(document.diagnostics)}`);
    assert(document.diagnostics.every(each => there.includes(each)), `${to}: marked elsewhere too`);
    assert.match(there.map(each => each.message).join('\n'), says, to);
    server.close(document);
  }
  console.log(`${mistakes.length} mistakes marked, each in its line`);
}

/// What is shown over a word: its meaning, how it is written, what holds where it is unsaid.
const shown = [
  ['takes: 5', ['How long people are busy here', 'A duration like 30 min', 'Unsaid: 0 s']],
  ['feels:', ['What the moment does to people', 'Affect points from -5 to +5']],
  ['waiting: -', ['Each felt minute in the queue', 'like -1 per h']],
  ['loss_aversion', ['Loss aversion', 'as published', 'grade A', 'Not for']],
  ['ratio', ['How many times more a loss weighs', '(0 to 10)', 'Unsaid: 1.955', 'Brown et al.']],
  ['patience: 5', ['How long a wait is borne', 'Unsaid: endless']],
  ['rate: 9', ['Arrivals round the clock', 'A rate like 9 per hour']],
  ['capacity: 2', ['How many there are', 'A whole number', 'Required']],
  ['set_up', ['Before each service', 'Unsaid: 0 s']],
  ['helpers', ['Of those who end served', 'Required']],
  ['announces', ['told on joining the line', 'queue_length']],
  ['counts', ['How much each visit']],
  ['outcome', ['What it means for the person', 'competitor']],
  ['from: week', ['It comes into force then', 'week 2 Tue 10:30']],
  ['touchpoints.desk.takes', ['How long people are busy here']],
  ['studies', ['What to find out']],
];

async function words_are_explained() {
  const document = await open(mine);
  for (const [word, sentences] of shown) {
    const hover = (await server.hover(document, mine.indexOf(word) + 1)).replaceAll('\\', '');
    for (const sentence of sentences) {
      assert(hover.includes(sentence), `${word}: ${sentence} is not in\n${hover}`);
    }
    assert(!hover.includes('||'), `${word}: forms without words in\n${hover}`);
  }
  console.log(`${shown.length} words explained`);
}

/// Where the cursor stands (|), what must be offered there, what must not.
const offered = [
  ['|', ['title', 'personas', 'touchpoints', 'resources', 'indicators', 'word_of_mouth', 'experiment'],
    ['takes']],
  ['touchpoints:\n  desk:\n    takes: 5 min\n    |',
    ['feels', 'needs', 'announces', 'practice', 'risk', 'then'], ['takes', 'capacity', 'biases']],
  ['touchpoints:\n  desk:\n    feels:\n      |', ['mean', 'waiting', 'against_promise'], ['takes']],
  ['personas:\n  mira:\n    |', ['share', 'patience', 'mood_on_arrival', 'biases', 'role'], ['takes']],
  ['personas:\n  mira:\n    biases:\n      |', ['peak_end', 'loss_aversion', 'waiting', 'fading'], []],
  ['personas:\n  mira:\n    biases:\n      loss_aversion:\n        |', ['ratio', 'strength'], ['gain']],
  ['arrivals:\n  |', ['rate', 'population', 'returns', 'batch'], []],
  ['resources:\n  staff:\n    |', ['capacity', 'set_up', 'at_once', 'room'], []],
  ['resources:\n  staff:\n    capacity:\n      |', ['helpers', 'lasts', 'online'], []],
  ['touchpoints:\n  desk:\n    step: |', ['explore', 'realize'], ['served']],
  ['exits:\n  done:\n    outcome: |', ['served', 'off-boarded'], ['explore']],
  ['experiment:\n  studies:\n    - |', ['compare', 'leakage', 'watermelon'], []],
  ['variants:\n  better:\n    |', ['change', 'combines', 'from', 'every', 'while'], []],
];

async function words_are_offered() {
  for (const [where, wanted, unwanted] of offered) {
    const text = modeline + 'sojourn: 1\n' + where + '\n', at = text.indexOf('|');
    const document = await open(text.replace('|', ''));
    const items = await server.completion(document, at);
    const labels = items.map(item => item.label);
    for (const word of wanted) assert(labels.includes(word), `${where}: no ${word} in ${labels}`);
    for (const word of unwanted) assert(!labels.includes(word), `${where}: ${word} is offered`);
    for (const word of wanted) {
      const said = items.find(item => item.label === word).documentation;
      assert((said?.value ?? said ?? '').length > 5, `${where}: ${word} is offered without a word`);
    }
    server.close(document);
  }
  console.log(`${offered.length} places where the right words are offered`);
}

await server.begin(folder);
await nothing_is_marked();
await mistakes_are_marked();
await words_are_explained();
await words_are_offered();
await server.end();
rmSync(folder, { recursive: true });
