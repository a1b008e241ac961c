// SPDX-License-Identifier: Apache-2.0
// An editor, as far as yaml-language-server can tell: the Language Server Protocol over stdio.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const program = join(dirname(fileURLToPath(import.meta.url)),
  'node_modules/yaml-language-server/bin/yaml-language-server');
const patience = 60_000; // ms for an answer, on a busy machine

/// What the editor would say where the server asks for settings.
const settings = {
  yaml: { validate: true, hover: true, completion: true, schemaStore: { enable: false } },
  http: {}, '[yaml]': {}, editor: { tabSize: 2 }, files: {},
};

export class LanguageServer {
  #child; #rest = Buffer.alloc(0); #answers = new Map(); #number = 0; #told = new Map();

  constructor() {
    if (!existsSync(program)) {
      throw new Error('not installed: run `npm install` in tests/editors');
    }
    this.#child = spawn(process.execPath, [program, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    this.#child.stdout.on('data', bytes => this.#read(bytes));
  }

  async begin(folder) {
    const uri = pathToFileURL(folder).href;
    await this.ask('initialize', {
      processId: process.pid, rootUri: uri, workspaceFolders: [{ uri, name: 'test' }],
      capabilities: {
        textDocument: {
          hover: { contentFormat: ['markdown'] }, publishDiagnostics: {},
          completion: { completionItem: { documentationFormat: ['markdown'], snippetSupport: true } },
        },
        workspace: { configuration: true, workspaceFolders: true },
      },
    });
    this.#say({ method: 'initialized', params: {} });
    this.#say({ method: 'workspace/didChangeConfiguration', params: { settings } });
  }

  /// Opens a file with this text instead of its own; its diagnostics, in order of lines.
  async open(path, text = readFileSync(path, 'utf8')) {
    const uri = pathToFileURL(path).href;
    const diagnosed = this.#next(uri);
    this.#say({ method: 'textDocument/didOpen',
      params: { textDocument: { uri, languageId: 'yaml', version: 1, text } } });
    const diagnostics = await diagnosed;
    return { uri, text, diagnostics: diagnostics.sort((a, b) => a.range.start.line - b.range.start.line) };
  }

  close({ uri }) {
    this.#told.delete(uri);
    this.#say({ method: 'textDocument/didClose', params: { textDocument: { uri } } });
  }

  /// What is shown over the place `offset` of the text; empty where nothing is.
  async hover(document, offset) {
    const found = await this.ask('textDocument/hover', this.#place(document, offset));
    const contents = found?.contents;
    return contents === undefined ? '' : contents.value ?? String(contents);
  }

  /// What is offered at the place `offset`.
  async completion(document, offset) {
    const found = await this.ask('textDocument/completion', this.#place(document, offset));
    return Array.isArray(found) ? found : found?.items ?? [];
  }

  ask(method, params) {
    const id = ++this.#number;
    this.#say({ id, method, params });
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error('no answer to ' + method)), patience);
      this.#answers.set(id, message => {
        clearTimeout(late);
        if (message.error) reject(new Error(method + ': ' + message.error.message));
        else resolve(message.result);
      });
    });
  }

  async end() {
    await this.ask('shutdown', null);
    this.#say({ method: 'exit' });
    await new Promise(gone => this.#child.on('exit', gone));
  }

  #place({ uri, text }, offset) {
    const before = text.slice(0, offset).split('\n');
    return { textDocument: { uri },
      position: { line: before.length - 1, character: before.at(-1).length } };
  }

  #next(uri) {
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error('no diagnostics of ' + uri)), patience);
      this.#told.set(uri, diagnostics => {
        clearTimeout(late);
        resolve(diagnostics);
      });
    });
  }

  #say(message) {
    const bytes = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
    this.#child.stdin.write(`Content-Length: ${bytes.length}\r\n\r\n`);
    this.#child.stdin.write(bytes);
  }

  #read(bytes) {
    this.#rest = Buffer.concat([this.#rest, bytes]);
    for (;;) {
      const end = this.#rest.indexOf('\r\n\r\n');
      if (end < 0) return;
      const length = Number(/Content-Length: (\d+)/i.exec(this.#rest.subarray(0, end))[1]);
      if (this.#rest.length < end + 4 + length) return;
      const body = this.#rest.subarray(end + 4, end + 4 + length);
      this.#rest = this.#rest.subarray(end + 4 + length);
      this.#hear(JSON.parse(body));
    }
  }

  #hear(message) {
    if (message.method === undefined) {
      this.#answers.get(message.id)?.(message);
      this.#answers.delete(message.id);
    } else if (message.method === 'textDocument/publishDiagnostics') {
      this.#told.get(message.params.uri)?.(message.params.diagnostics);
    } else if (message.id !== undefined) {
      const asked = message.method === 'workspace/configuration' ? message.params.items : null;
      this.#say({ id: message.id,
        result: asked && asked.map(item => settings[item.section] ?? null) });
    }
  }
}
