import type { Contract } from "./contract";

type Json = { [key: string]: unknown };

/**
 * Moves every shape that has a name of its own to the contract's components and refers to it from where it was. Shapes of operations are
 * made without knowing of OpenAPI: their name is the `id` of their metadata. Throws where two shapes have one name.
 */
export function withNamedShapes(contract: Contract): Contract {
  const shapes = new Map<string, unknown>();
  const named = moved(contract, shapes);
  const { components } = named;
  return {
    ...named,
    components: {
      ...components,
      schemas: likeIt(components?.schemas ?? {}, {
        ...components?.schemas,
        ...Object.fromEntries(shapes),
      }),
    },
  };
}

function moved<Value>(value: Value, shapes: Map<string, unknown>): Value {
  if (Array.isArray(value))
    return likeIt(
      value,
      value.map((each) => moved(each, shapes)),
    );
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, each]) => [key, moved(each, shapes)] as const);
  const { id, ...shape } = Object.fromEntries(entries) as Json;
  if (typeof id !== "string" || !("type" in shape || "anyOf" in shape || "oneOf" in shape))
    return likeIt(value, Object.fromEntries(entries));
  const known = shapes.get(id);
  if (known && JSON.stringify(known) !== JSON.stringify(shape))
    throw new Error(`Two shapes of the contract are called ${id}`);
  shapes.set(id, shape);
  return likeIt(value, { $ref: `#/components/schemas/${id}` });
}

/** A copy of a JSON value has its type; the compiler cannot see that. */
function likeIt<Value>(_value: Value, copy: unknown): Value {
  return copy as Value;
}
