import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

import type { Contract } from "../src/rest/open-api/contract";

type Answer = {
  headers?: Record<string, Header>;
  content?: Record<string, { schema?: object }>;
  $ref?: string;
};
type Header = { required?: boolean; schema?: object; $ref?: string };

/** Looks whether an answer of REST is what the contract says of its operation; throws with what is not. */
export function contractKeeper(contract: Contract) {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addFormat("binary", true);
  ajv.addSchema({ $id: "contract", ...contract });
  const operations = Object.entries(contract.paths ?? {}).map(([path, item]) => ({
    path,
    pattern: new RegExp(`^${path.replaceAll(/\{\w+\}/g, "[^/]+")}$`),
    item: new Map(Object.entries(item)),
  }));
  operations.sort((one, other) => one.path.split("{").length - other.path.split("{").length);
  const validators = new Map<string, ValidateFunction>();

  return async ({ method, url }: Request, response: Response): Promise<void> => {
    const { pathname } = new URL(url);
    const asked = method === "HEAD" ? "get" : method.toLowerCase();
    const path = operations.find(({ pattern }) => pattern.test(pathname));
    const declared = path?.item.get(asked)?.responses;
    const what = `${method} ${pathname} ${response.status}`;
    if (!path || !declared) return mustBeProblem(response, what);

    const status = response.status in declared ? String(response.status) : "default";
    if (status === "default" && response.ok) fail(what, "its status is not declared");
    const at = `/paths/${escaped(path.path)}/${asked}/responses/${status}`;
    const { answer, place } = resolved(declared[status], at);
    mustCarry(answer, response, what);
    if (method !== "HEAD") await mustHold(answer, place, response, what);
  };

  function mustCarry({ headers = {} }: Answer, response: Response, what: string): void {
    for (const [name, header] of Object.entries(headers)) {
      const { answer: found, place } = resolved(header, "");
      const given = response.headers.get(name);
      if (given === null && found.required && !isEarly(name, response))
        fail(what, `the header ${name} is missing`);
      if (given !== null && found.schema) {
        const value = /^\d+$/.test(given) ? Number(given) : given;
        check(`${place}/schema`, value, `${what}: header ${name}`);
      }
    }
  }

  async function mustHold(
    { content = {} }: Answer,
    place: string,
    response: Response,
    what: string,
  ): Promise<void> {
    const type = response.headers.get("content-type")?.split(";")[0] ?? "";
    if (Object.keys(content).length === 0) {
      if (type !== "") fail(what, `it holds ${type} where nothing is declared`);
      return;
    }
    if (!(type in content)) fail(what, `${type} is not declared`);
    if (!type.endsWith("json")) return;
    const body: unknown = await response.clone().json();
    check(`${place}/content/${escaped(type)}/schema`, body, what);
  }

  async function mustBeProblem(response: Response, what: string): Promise<void> {
    if (response.ok) return;
    if (response.headers.get("content-type") !== "application/problem+json")
      fail(what, "it is no problem");
    check("/components/schemas/Problem", await response.clone().json(), what);
  }

  function check(pointer: string, value: unknown, what: string): void {
    const validate = validators.get(pointer) ?? ajv.compile({ $ref: `contract#${pointer}` });
    validators.set(pointer, validate);
    if (!validate(value)) fail(what, ajv.errorsText(validate.errors));
  }

  function resolved<Found extends { $ref?: string }>(
    given: Found,
    place: string,
  ): { answer: Answer & Header; place: string } {
    if (!given.$ref) return { answer: given, place };
    const [, , kind = "", name = ""] = given.$ref.split("/");
    const components = new Map(Object.entries(contract.components ?? {}));
    return { answer: components.get(kind)?.[name] ?? {}, place: `/components/${kind}/${name}` };
  }
}

/** A request that was refused before its caller was known was counted in no bucket. */
function isEarly(name: string, { status }: Response): boolean {
  return status >= 400 && status !== 429 && name.startsWith("RateLimit");
}

function escaped(name: string): string {
  return encodeURIComponent(name.replaceAll("~", "~0").replaceAll("/", "~1"));
}

function fail(what: string, why: string): never {
  throw new Error(`${what} breaks the contract: ${why}`);
}
