/*
 * Writes the part of the OCSF schema that BeSunny's events are checked against, as JSON Schema. `node make-schema.mjs FOLDER > ocsf-1.6.0.json`
 * takes a checkout of https://github.com/ocsf/ocsf-schema at tag 1.6.0.
 */
// OCSF (Apache-2.0) keeps classes and objects as files that extend and include each other, and no JSON Schema is published with them. Attributes of
// profiles are left out: an event may have them only if it names the profile. Objects that BeSunny never sends are any object.
import { readFileSync } from "node:fs";
import { join } from "node:path";

const [, , folder = "ocsf-schema"] = process.argv;
const read = (path) => JSON.parse(readFileSync(join(folder, path), "utf8"));
const dictionary = read("dictionary.json");
const classes = {
  3001: "events/iam/account_change.json",
  3002: "events/iam/authentication.json",
  3004: "events/iam/entity_management.json",
  6003: "events/application/api_activity.json",
};
const parents = {
  base_event: "events/base_event.json",
  iam: "events/iam/iam.json",
  application: "events/application/application.json",
};
const sent = [
  "metadata",
  "product",
  "actor",
  "user",
  "session",
  "network_endpoint",
  "endpoint",
  "api",
  "response",
  "request",
  "service",
  "managed_entity",
  "resource_details",
  "organization",
  "account",
  "object",
  "_entity",
  "_resource",
  "policy",
  "unmapped",
];
const defs = {};

function attributesOf(file) {
  const own = read(file);
  const parent =
    own.extends && own.extends !== own.name
      ? (parents[own.extends] ?? `objects/${own.extends}.json`)
      : null;
  const inherited = parent ? attributesOf(parent) : { attributes: {}, constraints: {} };
  const { $include: included = [], ...named } = own.attributes ?? {};
  const parts = [included]
    .flat()
    .filter((path) => !path.startsWith("profiles/"))
    .map((path) => read(path).attributes);
  const attributes = { ...inherited.attributes };
  for (const part of [...parts, named])
    for (const [name, attribute] of Object.entries(part))
      if (name !== "$include") attributes[name] = merged(attributes[name], attribute);
  return { attributes, constraints: own.constraints ?? inherited.constraints };
}

const merged = (before = {}, after) => ({
  ...before,
  ...after,
  enum: { ...before.enum, ...after.enum },
});

function schemaOf(file) {
  const { attributes, constraints } = attributesOf(file);
  const known = Object.entries(attributes).filter(([, { profile }]) => !profile);
  const schema = {
    type: "object",
    additionalProperties: false,
    properties: Object.fromEntries(
      known.map(([name, attribute]) => [name, schemaOfValue(name, attribute)]),
    ),
    required: known
      .filter(([, { requirement }]) => requirement === "required")
      .map(([name]) => name),
  };
  if (constraints.at_least_one)
    schema.anyOf = constraints.at_least_one.map((name) => ({ required: [name] }));
  if (constraints.just_one)
    schema.oneOf = constraints.just_one.map((name) => ({ required: [name] }));
  return schema;
}

function schemaOfValue(name, { enum: own, object_type: _own }) {
  const entry = dictionary.attributes[name] ?? {};
  const values = Object.keys({ ...entry.enum, ...own });
  const one = oneOf(entry.type, values);
  return entry.is_array ? { type: "array", items: one } : one;
}

function oneOf(type, values) {
  if (values.length > 0)
    return { enum: values.map((value) => (baseOf(type) === "integer_t" ? Number(value) : value)) };
  const base = baseOf(type);
  if (base === "string_t") return { type: "string" };
  if (["integer_t", "long_t"].includes(base)) return { type: "integer" };
  if (base === "boolean_t") return { type: "boolean" };
  if (base === "float_t") return { type: "number" };
  if (base === "json_t") return {};
  if (!sent.includes(type)) return { type: "object" };
  if (!defs[type]) {
    defs[type] = true;
    defs[type] =
      type === "object" || type === "unmapped"
        ? { type: "object" }
        : schemaOf(`objects/${type}.json`);
  }
  return { $ref: `#/$defs/${type}` };
}

const baseOf = (type) => dictionary.types.attributes[type]?.type ?? type;

// A class says its own number within its category; the numbers of events follow from both.
function classOf(uid, file) {
  const schema = schemaOf(file);
  const activities = schema.properties.activity_id.enum;
  schema.properties.class_uid = { enum: [uid] };
  schema.properties.category_uid = { enum: [Math.floor(uid / 1000)] };
  schema.properties.type_uid = { enum: activities.map((activity) => uid * 100 + activity) };
  return schema;
}

const made = Object.fromEntries(
  Object.entries(classes).map(([uid, file]) => [uid, classOf(Number(uid), file)]),
);
const source =
  "github.com/ocsf/ocsf-schema, Apache-2.0: attributes, types, values and requirements of four classes, without descriptions";
console.log(
  JSON.stringify({
    $comment: source,
    version: read("version.json").version,
    $defs: defs,
    classes: made,
  }),
);
