import { idempotencyKeyOf, LONGEST_KEY } from "../idempotency";
import type { Contract } from "./contract";
import { withTextRules } from "./text-rules";

type Path = NonNullable<Contract["paths"]>[string];
type Operation = NonNullable<Path["get"]>;
type Place = { path: string; method: string; operation: Operation };

const methods = ["get", "put", "post", "patch", "delete"] as const;

/** Adds what every operation takes and answers, and is done once for all of them: headers, refusals, rules for texts. */
export function declaredEverywhere(contract: Contract): Contract {
  const paths = Object.entries(contract.paths ?? {}).map(([path, item]): [string, Path] => {
    const completed = methods.flatMap((method) => {
      const operation = item[method];
      return operation ? [[method, completedOf({ path, method, operation })] as const] : [];
    });
    return [path, { ...item, ...Object.fromEntries(completed) }];
  });
  return {
    ...contract,
    paths: Object.fromEntries(paths),
    components: { ...contract.components, parameters, headers, responses: refusals },
  };
}

function completedOf(place: Place): Operation {
  const { operation } = place;
  return {
    ...operation,
    parameters: [
      ...(operation.parameters ?? []).map(withTextRules),
      ...takenHeaders(place).map((name) => ({ $ref: `#/components/parameters/${name}` })),
    ],
    ...(operation.requestBody && { requestBody: withTextRules(operation.requestBody) }),
    responses: {
      ...Object.fromEntries(
        Object.entries(operation.responses ?? {}).map(([status, answer]) => [
          status,
          { ...answer, headers: { ...answer.headers, ...givenHeaders(place, status) } },
        ]),
      ),
      ...Object.fromEntries(
        refusalsOf(place).map((status) => [status, { $ref: `#/components/responses/${status}` }]),
      ),
    },
  };
}

function takenHeaders(place: Place): string[] {
  return [
    "X-Workspace-Id",
    "X-Trace-Id",
    ...(isRemembered(place) ? ["Idempotency-Key"] : []),
    ...("304" in (place.operation.responses ?? {}) ? ["If-None-Match"] : []),
  ];
}

function givenHeaders(place: Place, status: string) {
  const isAnswer = status.startsWith("2") || status === "304";
  const names = [
    "X-Trace-Id",
    ...(isAnswer ? ["RateLimit", "RateLimit-Policy"] : []),
    ...(isAnswer && isRemembered(place) ? ["Idempotency-Replayed"] : []),
    ...(status === "304" ? ["ETag"] : []),
  ];
  return Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));
}

function isRemembered({ path, method }: Place): boolean {
  const asked = new Request(`http://localhost${path}`, {
    method: method.toUpperCase(),
    headers: { "idempotency-key": "asked" },
  });
  return idempotencyKeyOf(asked) !== undefined;
}

/** The statuses of the problems that an operation may end in, as far as they tell something of it. */
function refusalsOf({ path, method, operation }: Place): (keyof typeof refusals)[] {
  const hasBody = operation.requestBody !== undefined;
  const isWrite = method !== "get";
  const namesSomething = path.includes("{") || path.includes("/documents");
  return [
    "401",
    "403",
    ...(namesSomething ? (["404"] as const) : []),
    ...(isWrite || path.endsWith("/text") ? (["409"] as const) : []),
    ...(hasBody ? (["413"] as const) : []),
    ...(hasBody || path.endsWith("/image") ? (["415"] as const) : []),
    "422",
    "429",
  ];
}

const text = { type: "string" } as const;

const parameters = {
  "X-Workspace-Id": {
    name: "X-Workspace-Id",
    in: "header",
    description: "Which of a session's workspaces is meant; a key belongs to one",
    schema: text,
  },
  "X-Trace-Id": {
    name: "X-Trace-Id",
    in: "header",
    description: "Your name for the request in our logs; any other text is passed over",
    schema: text,
  },
  "Idempotency-Key": {
    name: "Idempotency-Key",
    in: "header",
    description: "The same key and request again give the first answer, for 24 hours",
    schema: { type: "string", minLength: 1, maxLength: LONGEST_KEY },
  },
  "If-None-Match": {
    name: "If-None-Match",
    in: "header",
    description: "The `ETag` that you hold; 304 says that it still holds",
    schema: text,
  },
} as const;

const headers = {
  Location: { description: "Where it is", schema: { type: "string", format: "uri-reference" } },
  ETag: { description: "For `If-None-Match`", required: true, schema: text },
  "X-Trace-Id": {
    description: "The name of the request in our logs",
    required: true,
    schema: text,
  },
  RateLimit: {
    description: "What is left in each bucket (`r`) and for how many seconds it must last (`t`)",
    required: true,
    schema: text,
  },
  "RateLimit-Policy": {
    description: "How much each bucket holds (`q`) for how many seconds (`w`)",
    required: true,
    schema: text,
  },
  "Retry-After": {
    description: "Seconds to wait",
    required: true,
    schema: { type: "integer", minimum: 1 },
  },
  "Idempotency-Replayed": {
    description: "It is the first answer to this `Idempotency-Key`",
    schema: { type: "string", const: "true" },
  },
} as const;

const refusals = {
  "401": refusal("There is no key or session, or it does not hold any more"),
  "403": refusal("Your role or key does not allow it"),
  "404": refusal("What is named does not exist, or you may not see it"),
  "409": refusal("It cannot be done as things stand; `hint` says what to do"),
  "413": refusal("The body is too large"),
  "415": refusal("This type is not understood here"),
  "422": refusal("Something does not fit; `errors` names each field"),
  "429": refusal("Too many requests", ["Retry-After", "RateLimit", "RateLimit-Policy"]),
};

function refusal(description: string, more: readonly (keyof typeof headers)[] = []) {
  const names = ["X-Trace-Id", ...more];
  return {
    description,
    headers: Object.fromEntries(
      names.map((name) => [name, { $ref: `#/components/headers/${name}` }]),
    ),
    content: {
      "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } },
    },
  };
}
