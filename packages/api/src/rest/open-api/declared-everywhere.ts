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
    description: "The workspace of a call by session. An API key already belongs to one workspace.",
    schema: text,
  },
  "X-Trace-Id": {
    name: "X-Trace-Id",
    in: "header",
    description: "Your trace id for the request in our logs. An invalid id is ignored.",
    schema: text,
  },
  "Idempotency-Key": {
    name: "Idempotency-Key",
    in: "header",
    description: "A repeated request with the same key returns the first answer, for 24 hours.",
    schema: { type: "string", minLength: 1, maxLength: LONGEST_KEY },
  },
  "If-None-Match": {
    name: "If-None-Match",
    in: "header",
    description: "The `ETag` of your copy. The answer is 304 if nothing has changed.",
    schema: text,
  },
} as const;

const headers = {
  Location: {
    description: "The path of the resource",
    schema: { type: "string", format: "uri-reference" },
  },
  ETag: {
    description: "The version of the content, for `If-None-Match`",
    required: true,
    schema: text,
  },
  "X-Trace-Id": {
    description: "The trace id of the request in our logs",
    required: true,
    schema: text,
  },
  RateLimit: {
    description: "The remaining quota of each limit (`r`) and the seconds until it resets (`t`)",
    required: true,
    schema: text,
  },
  "RateLimit-Policy": {
    description: "The quota of each limit (`q`) and its window in seconds (`w`)",
    required: true,
    schema: text,
  },
  "Retry-After": {
    description: "Seconds to wait before the next try",
    required: true,
    schema: { type: "integer", minimum: 1 },
  },
  "Idempotency-Replayed": {
    description: "The answer is the stored first answer to this `Idempotency-Key`",
    schema: { type: "string", const: "true" },
  },
} as const;

const refusals = {
  "401": refusal("The API key or session is missing, expired or revoked"),
  "403": refusal("Your role or the scopes of your key do not allow this operation"),
  "404": refusal("The resource does not exist, or you may not see it"),
  "409": refusal("The current state does not allow the operation. `hint` says what to do."),
  "413": refusal("The body is too large"),
  "415": refusal("The content type is not supported"),
  "422": refusal("The input is invalid. `errors` names each field."),
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
