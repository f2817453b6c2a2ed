import { expect, test } from "vitest";

import { anApi, contractOf, rest } from "../../test/an-api";

type Parameter = { name: string; in: string; schema: Schema };
type Schema = { [name: string]: unknown };
type Operation = {
  operationId?: string;
  tags?: string[];
  parameters: Parameter[];
  requestBody?: { content: Record<string, { schema: Schema }> };
  responses: Record<string, { content?: object }>;
};

const api = await anApi();
const contract = await contractOf(api);
const operations = Object.entries(contract.paths ?? {}).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]: [string, Operation]) => ({
    name: `${method} ${path}`,
    ...operation,
  })),
);

test("every operation has a name of its own, under a tag that is explained", () => {
  const names = operations.map(({ operationId = "" }) => operationId);
  const tags = contract.tags?.map(({ name }) => name);

  expect(names.length).toBeGreaterThan(30);
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) expect(name).toMatch(/^[a-z][A-Za-z]+$/);
  for (const { name, tags: own = [] } of operations) expect(tags, name).toContain(own[0]);
  for (const tag of contract.tags ?? []) expect(tag.description).toBeTruthy();
});

test("every answer says what it holds, if it holds anything", () => {
  for (const { name, responses } of operations)
    for (const [status, { content }] of Object.entries(responses))
      if (status.startsWith("2") && status !== "204")
        expect(Object.keys(content ?? {}), `${name} ${status}`).not.toEqual([]);
});

test("every operation says how it refuses", () => {
  for (const { name, responses } of operations)
    expect(Object.keys(responses), name).toEqual(
      expect.arrayContaining(["401", "403", "422", "429", "default"]),
    );
});

test("every id of an address has its shape, and every text of a request a rule", () => {
  for (const { name, parameters, requestBody } of operations) {
    for (const { in: place, schema } of parameters)
      if (place === "path") expect(schema.pattern ?? schema.minimum, name).toBeDefined();
    for (const schema of schemasIn([parameters, requestBody]))
      if (schema.type === "string" && schema.in === undefined)
        expect(
          ["enum", "pattern", "format", "anyOf"].some((rule) => rule in schema),
          name,
        ).toBe(true);
  }
});

test("every body of a request is closed to fields that nobody knows", () => {
  for (const { name, requestBody } of operations)
    for (const schema of schemasIn(requestBody))
      if (schema.type === "object") expect(schema.additionalProperties, name).toBe(false);
});

test("what may be without a moment says so", () => {
  const moments = schemasIn(contract.components)
    .flatMap(({ properties }) => Object.entries(isRecord(properties) ? properties : {}))
    .filter(([name]) =>
      ["typedAt", "readyAt", "trashedAt", "archivedAt", "finishedAt"].includes(name),
    );

  expect(moments.length).toBeGreaterThan(5);
  for (const [name, schema] of moments)
    expect(schema, name).toMatchObject({ type: ["string", "null"], format: "date-time" });
});

test("every route answers a stranger with a problem", async () => {
  for (const { name } of operations) {
    const [method = "", path = ""] = name.split(" ");
    const concrete = path.replace("/api/v1", "").replaceAll(/\{\w+\}/g, "doc_1");
    const response = await rest(api, concrete, { method: method.toUpperCase() });
    const problem = await response.json();
    expect(problem, name).toMatchObject({ status: 401, code: "UNAUTHENTICATED" });
    expect(response.headers.get("x-trace-id")).toBe(problem.traceId);
  }
});

test("every reference leads somewhere", () => {
  const references = JSON.stringify(contract).matchAll(/"\$ref":"#\/components\/(\w+)\/([\w-]+)"/g);
  const components = new Map(Object.entries(contract.components ?? {}));

  for (const [, kind = "", name = ""] of references)
    expect(components.get(kind), name).toHaveProperty([name]);
});

/** Every object within a part of the contract. */
function schemasIn(part: unknown): Schema[] {
  if (Array.isArray(part)) return part.flatMap(schemasIn);
  return isRecord(part) ? [part, ...Object.values(part).flatMap(schemasIn)] : [];
}

function isRecord(value: unknown): value is Schema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
