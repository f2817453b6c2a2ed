import type { Health } from "@besunny/core/health";

const headers = { "cache-control": "no-store" };

/**
 * Answers `/readyz`: 503 if something that the process needs does not answer. With `mayLookInside` the answer also lists each check with its
 * state.
 */
export async function answerReadiness(
  findHealth: () => Promise<Health>,
  mayLookInside: boolean,
): Promise<Response> {
  try {
    const health = await findHealth();
    const { isReady, checks } = await health();
    const status = isReady ? "ready" : "not ready";
    const told = mayLookInside ? { status, checks } : { status };
    return Response.json(told, { status: isReady ? 200 : 503, headers });
  } catch {
    return Response.json({ status: "not ready" }, { status: 503, headers });
  }
}

/** `/healthz`: the process answers. Whatever else is away, ending and starting it again would mend nothing. */
export function answerLiveness(): Response {
  return Response.json({ status: "ok" }, { headers });
}
