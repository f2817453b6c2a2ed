import { analyze, type Scope } from "@typescript-eslint/scope-manager";
import type { Node, Program } from "oxc-parser";

import { ofGlobals } from "../tables/capabilities";
import type { SourceFile } from "./source-file";
import { isWrapper, keyOf, textOf, unwrap, walk } from "./syntax";

/** Objects whose members are followed; "globalThis" has the others as members. */
type Followed = "globalThis" | "process" | "import.meta" | "navigator";

const followed: Readonly<Record<string, Followed>> = {
  globalThis: "globalThis",
  global: "globalThis",
  window: "globalThis",
  self: "globalThis",
  process: "process",
  navigator: "navigator",
};

/** Only files whose text matches can use a global that has a capability, but for escapes in an identifier. */
const mayUse =
  /\b(fetch|WebSocket|EventSource|XMLHttpRequest|navigator|process|eval|Function|globalThis|global|window|self)\b|import\s*\.\s*meta|\\u/;

/**
 * Lists the globals with a capability that a file uses, by their names in the table `ofGlobals`. Members of globalThis,
 * destructured names and aliases count too.
 */
export function globalsOf(file: SourceFile): string[] {
  if (!mayUse.test(file.text) || !mayUse.test(file.code)) return [];
  const { program } = file.parsed;
  if (!namesOne(program)) return [];
  const reader = new GlobalsReader(program, mayLoadByCall.test(file.code));
  return [...new Set(reader.read())];
}

/** Without one of these no call can load a module, so that `"process"` as an argument is a text like any other. */
const mayLoadByCall = /\b(require|createRequire|getBuiltinModule|importActual)\b|\\u/;

/** Spares most files the analysis of scopes: the words are often texts or properties. */
function namesOne(program: Program): boolean {
  let isNamed = false;
  walk(program, (node, parent) => {
    if (node.type === "MetaProperty" || isProcess(node)) isNamed = true;
    if (node.type !== "Identifier" || !(node.name in followed || node.name in ofGlobals)) return;
    const isProperty = parent?.type === "MemberExpression" && parent.property === node;
    if (!isProperty || parent.computed) isNamed = true;
  });
  return isNamed;
}

type ObjectPattern = Extract<Node, { type: "ObjectPattern" }>;

type Variable = Scope["variables"][number];

class GlobalsReader {
  readonly #program: Program;
  readonly #mayLoadByCall: boolean;
  readonly #parents = new Map<unknown, Node | null>();
  readonly #variables = new Map<unknown, Variable>();
  readonly #through: readonly Node[];
  readonly #used: string[] = [];
  readonly #seen = new Set<Variable>();

  constructor(program: Program, mayLoadByCall: boolean) {
    this.#program = program;
    this.#mayLoadByCall = mayLoadByCall;
    walk(program, (node, parent) => this.#parents.set(node, parent));
    const scopes = analyze(asEstree(program), { sourceType: "module", lib: [] });
    for (const { variables } of scopes.scopes)
      for (const variable of variables)
        for (const name of variable.identifiers) this.#variables.set(name, variable);
    this.#through = (scopes.globalScope?.through ?? [])
      .filter(({ isValueReference }) => isValueReference)
      .map(({ identifier }) => asNode(identifier));
  }

  read(): string[] {
    for (const identifier of this.#through)
      if (identifier.type === "Identifier") this.#useOf("globalThis", identifier.name, identifier);
    walk(this.#program, (node) => {
      if (node.type === "MetaProperty" && node.meta.name === "import")
        this.#follow(node, "import.meta");
      if (node.type === "ImportDeclaration" && isProcess(node.source)) this.#imports(node);
      if (node.type === "ExportNamedDeclaration" && node.source && isProcess(node.source))
        this.#used.push("process.env");
      if (node.type === "ImportExpression" && isProcess(node.source)) this.#follow(node, "process");
      if (node.type === "CallExpression" && this.#loadsProcess(node.arguments[0]))
        this.#follow(node, "process");
    });
    return this.#used;
  }

  /** A text that starts with `node:` is a module in any case; the bare word may be one of the product's own. */
  #loadsProcess(argument: Node | undefined): boolean {
    return isProcess(argument) && (this.#mayLoadByCall || textOf(argument) !== "process");
  }

  #imports({ specifiers, importKind }: Extract<Node, { type: "ImportDeclaration" }>): void {
    if (importKind === "type") return;
    for (const specifier of specifiers) {
      const name =
        specifier.type === "ImportSpecifier" ? keyOf(specifier.imported, false) : "default";
      if (name === "default") this.#followName(specifier.local, "process");
      else this.#member("process", name, null);
    }
  }

  /** A use of the member `name` of `owner`; `node` is the expression that has its value. */
  #useOf(owner: Followed, name: string, node: Node): void {
    const parent = this.#parentOf(node);
    if (parent?.type === "TSTypeQuery" || parent?.type === "TSQualifiedName") return;
    if (parent?.type === "UnaryExpression" && parent.operator === "typeof") return;
    if (parent?.type === "BinaryExpression" && parent.operator === "instanceof") return;
    this.#member(owner, name, node);
  }

  #member(owner: Followed, name: string | null, node: Node | null): void {
    const object = owner === "globalThis" && name !== null ? followed[name] : undefined;
    if (object && node) this.#follow(node, object);
    else this.#note(owner, name);
  }

  /** Notes the member if it has a capability; an unknown name counts as the member that has one. */
  #note(owner: Followed, name: string | null): void {
    const known = owner === "globalThis" ? name : `${owner}.${name}`;
    const full = name === null || known === null ? unknownMemberOf[owner] : known;
    if (full in ofGlobals) this.#used.push(full);
  }

  /** Follows the value of `node`, which is `object`, to the members that are taken from it. */
  #follow(node: Node, object: Followed): void {
    const [value, parent] = this.#outermost(node);
    if (!parent || harmless.has(parent.type)) return;
    if (parent.type === "MemberExpression" && parent.object === value) {
      const name = keyOf(parent.property, parent.computed);
      if (name === null) this.#note(object, null);
      else this.#useOf(object, name, parent);
      return;
    }
    const pattern = patternFor(parent, value);
    if (pattern) this.#followPattern(pattern, object);
    else if (parent.type === "CallExpression" && isReflect(parent.callee)) {
      const name = textOf(parent.arguments[1]);
      if (name !== null) this.#member(object, name, parent);
    } else if (object !== "import.meta" && object !== "navigator") this.#note(object, null);
  }

  #followPattern(pattern: Node, object: Followed): void {
    if (pattern.type === "Identifier") this.#followName(pattern, object);
    else if (pattern.type === "AssignmentPattern") this.#followPattern(pattern.left, object);
    else if (pattern.type === "ObjectPattern")
      for (const property of pattern.properties) this.#followProperty(property, object);
    else this.#note(object, null);
  }

  #followProperty(property: ObjectPattern["properties"][number], object: Followed): void {
    if (property.type === "RestElement") {
      this.#note(object, null);
      return;
    }
    const name = keyOf(property.key, property.computed);
    const inner = object === "globalThis" && name !== null ? followed[name] : undefined;
    if (inner) this.#followPattern(property.value, inner);
    else this.#note(object, name);
  }

  #followName(name: Node, object: Followed): void {
    const variable = this.#variables.get(name) ?? this.#variableOf(name);
    if (!variable || this.#seen.has(variable)) return;
    this.#seen.add(variable);
    for (const reference of variable.references)
      if (reference.isRead()) this.#follow(asNode(reference.identifier), object);
  }

  /** The variable that an assignment outside of a declaration writes to. */
  #variableOf(name: Node): Variable | undefined {
    return [...this.#variables.values()].find(({ references }) =>
      references.some(({ identifier }) => asNode(identifier) === name),
    );
  }

  #parentOf(node: Node): Node | null {
    return this.#outermost(node)[1];
  }

  /** The node with the wrappers around it that keep its value, and what uses that. */
  #outermost(node: Node): [Node, Node | null] {
    const parent = this.#parents.get(node) ?? null;
    if (parent && (isWrapper(parent) || parent.type === "AwaitExpression"))
      return this.#outermost(parent);
    return [node, parent];
  }
}

/** Parents that use a value without handing it on. */
const harmless = new Set([
  "ExpressionStatement",
  "UnaryExpression",
  "BinaryExpression",
  "IfStatement",
  "TSTypeQuery",
  "TSQualifiedName",
]);

/** A member whose name only the running program knows counts as the one with a capability. */
const unknownMemberOf: Readonly<Record<Followed, string>> = {
  globalThis: "globalThis[...]",
  process: "process.env",
  "import.meta": "import.meta.env",
  navigator: "navigator.sendBeacon",
};

/** The pattern that receives `value` from a declaration, an assignment or a default. */
function patternFor(parent: Node, value: Node): Node | null {
  if (parent.type === "VariableDeclarator") return parent.init === value ? parent.id : null;
  const assigns = parent.type === "AssignmentExpression" || parent.type === "AssignmentPattern";
  return assigns && parent.right === value ? parent.left : null;
}

function isProcess(node: Node | null | undefined): boolean {
  return /^(node:)?process$/.test(textOf(node) ?? "");
}

function isReflect(callee: Node): boolean {
  const inner = unwrap(callee);
  if (inner.type !== "MemberExpression" || inner.object.type !== "Identifier") return false;
  return inner.object.name === "Reflect";
}

/** Both packages describe the same ESTree; only their declarations differ. */
function asEstree(program: Program): Parameters<typeof analyze>[0] {
  return program as unknown as Parameters<typeof analyze>[0];
}

/** The scope manager hands back the nodes that it was given, which are the parser's. */
function asNode(node: unknown): Node {
  return node as Node;
}
