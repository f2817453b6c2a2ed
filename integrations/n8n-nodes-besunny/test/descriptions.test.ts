import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";

import type { INodeProperties } from "n8n-workflow";
import { describe, expect, test } from "vitest";

import { BeSunnyApi } from "../credentials/BeSunnyApi.credentials";
import { BeSunny } from "../nodes/BeSunny/BeSunny.node";
import { requests } from "../nodes/BeSunny/requests";
import { BeSunnyTrigger } from "../nodes/BeSunnyTrigger/BeSunnyTrigger.node";
import manifest from "../package.json" with { type: "json" };

const room = join(import.meta.dirname, "..");
const nodes = [new BeSunny(), new BeSunnyTrigger()];
const { properties } = new BeSunny().description;
const valuesOf = (property: INodeProperties | undefined) =>
  (property?.options ?? []).flatMap((option) => ("value" in option ? [String(option.value)] : []));
const resources = valuesOf(properties.find(({ name }) => name === "resource"));
const operationsOf = (resource: string) =>
  valuesOf(
    properties.find(
      ({ name, displayOptions }) =>
        name === "operation" && displayOptions?.show?.resource?.includes(resource),
    ),
  );
const offered = resources.flatMap((resource) =>
  operationsOf(resource).map((operation) => `${resource}.${operation}`),
);

test("every operation that n8n offers makes a request, and no request lacks an operation", () => {
  const made = [...Object.keys(requests), "document.upload"];
  expect(offered.toSorted()).toEqual(made.toSorted());
});

test("a field is shown for operations that exist", () => {
  const shown = properties.flatMap(({ name, displayOptions: { show } = {} }) =>
    name === "operation"
      ? []
      : (show?.operation ?? []).flatMap((operation) =>
          (show?.resource ?? ["document"]).map((resource) => `${resource}.${operation}`),
        ),
  );
  expect(shown.filter((each) => !offered.includes(each))).toEqual([]);
});

test("a field of one operation has its name once", () => {
  for (const each of offered) {
    const [resource = "", operation = ""] = each.split(".");
    const names = properties
      .filter(({ displayOptions: { show } = {} }) =>
        [
          [show?.resource, resource],
          [show?.operation, operation],
        ].every(([values, value]) => !Array.isArray(values) || values.includes(value as never)),
      )
      .map(({ name, displayOptions }) => `${name} ${displayOptions?.show?.returnAll ?? ""}`);
    expect(new Set(names).size, each).toBe(names.length);
  }
});

test("every list that a field loads has its method", () => {
  for (const { methods, description } of nodes.map(
    (node) => node as InstanceType<typeof BeSunny>,
  )) {
    const loaded = description.properties
      .flatMap((each) => [each, ...(each.options ?? [])])
      .flatMap((each) => ("typeOptions" in each ? [each.typeOptions?.loadOptionsMethod] : []))
      .filter((name) => name !== undefined);
    expect(loaded.length).toBeGreaterThan(0);
    expect(Object.keys(methods.loadOptions)).toEqual(expect.arrayContaining([...new Set(loaded)]));
  }
});

test("the manifest names each class where the build puts it", () => {
  const { nodes: files, credentials } = manifest.n8n;
  expect(files).toEqual(
    nodes.map(({ constructor: { name } }) => `dist/nodes/${name}/${name}.node.js`),
  );
  expect(credentials).toEqual([`dist/credentials/${BeSunnyApi.name}.credentials.js`]);
  expect(manifest).not.toHaveProperty("dependencies");
  const names = nodes.flatMap(({ description }) => description.credentials ?? []);
  expect(names.map(({ name }) => name)).toEqual([new BeSunnyApi().name, new BeSunnyApi().name]);
});

describe.each(globSync("templates/*.json", { cwd: room }))("%s", (path) => {
  const template = JSON.parse(readFileSync(join(room, path), "utf8"));
  const ofOurs = template.nodes.filter(({ type }: { type: string }) =>
    type.startsWith(`${manifest.name}.`),
  );

  test("uses our nodes with parameters and operations that they have", () => {
    expect(ofOurs.length).toBeGreaterThan(0);
    for (const { type, typeVersion, parameters } of ofOurs) {
      const node = nodes.find(({ description }) => type === `${manifest.name}.${description.name}`);
      expect(node?.description.version, type).toBe(typeVersion);
      const names = node?.description.properties.map(({ name }) => name) ?? [];
      expect(names).toEqual(expect.arrayContaining(Object.keys(parameters)));
      if (parameters.operation)
        expect(offered).toContain(`${parameters.resource}.${parameters.operation}`);
    }
  });

  test("connects nodes that it has, and carries no credential", () => {
    const names = template.nodes.map(({ name }: { name: string }) => name);
    const ends = Object.values<{ main: { node: string }[][] }>(template.connections).flatMap(
      ({ main }) => main.flat().map(({ node }) => node),
    );
    expect(names).toEqual(expect.arrayContaining([...Object.keys(template.connections), ...ends]));
    expect(JSON.stringify(template)).not.toMatch(/bsk_|credentials":/);
  });
});
