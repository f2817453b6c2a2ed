import type { Ai, Redacted } from "@besunny/ai/ai";
import type {
  CallScope,
  OutgoingTexts,
  Redact,
  RedactedTexts,
} from "@besunny/ai/outside/outside-call";
import { RedactionRefused } from "@besunny/ai/outside/outside-call";
import type { KnownDetail } from "@besunny/ai/redaction/detail";
import { withoutNumbers } from "@besunny/ai/redaction/without-numbers";
import type { Log } from "@besunny/core/context";
import { type CurrentPolicy, policyOf, rulesFor } from "@besunny/core/redaction/contract/policy";
import { refusalOf, refusalSentence, soundRefusal } from "@besunny/core/redaction/contract/refusal";
import { residencyRefusal } from "@besunny/core/redaction/contract/residency";
import type { Database, Repositories } from "@besunny/db/database";
import { isRedactionKind } from "@besunny/document-model/statements/redaction-kinds";

type Given = {
  db: Pick<Database, "read">;
  /** The local models. They find what is replaced. */
  ai: Pick<Ai, "redact">;
  log: Log;
};

/** The newest people of a workspace whose full names are looked for in every text. */
const MOST_PEOPLE = 5_000;

/**
 * Returns what replaces details before texts leave, by the policy of their workspace. The policy is read for each call, so a change holds at once. If
 * the details cannot be found, nothing is sent. What no answer comes back for (embeddings, tuning) is replaced for good.
 */
export function createRedact({ db, ai, log }: Given): Redact {
  return async (given, signal) => {
    const { scope, to, texts, kind } = given;
    const { policy, isBarred, known, place } = await db.read(
      { workspaceId: scope.workspaceId, principals: [] },
      (repositories) => rulesOf(repositories, scope),
    );
    const outside = residencyRefusal(to.server, place);
    if (outside !== null) throw new RedactionRefused(outside);
    if (isBarred) throw new RedactionRefused(refusalSentence("never-sent", nothingFound));
    const rules = rulesFor(policy, to.server);
    if (kind === "transcription") {
      const refusal = soundRefusal(rules, policy.neverTypes);
      if (refusal !== null) throw new RedactionRefused(refusal);
      return { texts: [...texts], replaced: {}, restore: same };
    }
    const redacted = await found(
      ai.redact({ texts, actions: rules.actions, known }, signal),
      signal,
    );
    const refusal = refusalOf(redacted, rules);
    if (refusal !== null) throw new RedactionRefused(refusalSentence(refusal, redacted));
    const invented = (token: string) =>
      log.warn({ traceId: scope.traceId, token }, "a hosted model made up a token");
    return sendable(given, redacted, invented);
  };
}

async function found(finding: Promise<Redacted>, signal: AbortSignal | undefined) {
  try {
    return await finding;
  } catch (error) {
    signal?.throwIfAborted();
    throw new RedactionRefused(
      "What may not leave could not be found in the text, so it was not sent.",
      { cause: error },
    );
  }
}

function sendable(
  { kind }: OutgoingTexts,
  redacted: Redacted,
  onInvented: (token: string) => void,
): RedactedTexts {
  const { texts, replaced, restore } = redacted;
  // Numbers differ from call to call, and vectors must not.
  if (kind === "embedding") return { texts: withoutNumbers(redacted), replaced, restore: same };
  if (kind === "tuning") return { texts, replaced, restore: same };
  return { texts, replaced, restore: (text) => restore(text, onInvented) };
}

const nothingFound = { refused: [], problems: [] };
const same = (text: string) => text;

async function rulesOf(
  { redactionPolicies, residency }: Pick<Repositories, "redactionPolicies" | "residency">,
  { documentId, projectIds }: CallScope,
): Promise<{
  policy: CurrentPolicy;
  isBarred: boolean;
  known: KnownDetail[];
  place: Parameters<typeof residencyRefusal>[1];
}> {
  const policy = policyOf(await redactionPolicies.current());
  const barred = documentId
    ? await redactionPolicies.barredAmong([documentId], {
        types: policy.neverTypes,
        projectIds: policy.neverProjectIds,
      })
    : [];
  const isBarred =
    barred.length > 0 || projectIds.some((id) => policy.neverProjectIds.includes(id));
  const names = documentId ? await redactionPolicies.namesIn(documentId) : [];
  const people = await redactionPolicies.peopleKnown(MOST_PEOPLE);
  const place = { region: await residency.region(), rules: await residency.listRules() };
  return {
    policy,
    isBarred,
    place,
    known: [
      ...names.flatMap(({ kind, name: text }) => (isRedactionKind(kind) ? [{ kind, text }] : [])),
      ...people.map((text): KnownDetail => ({ kind: "person", text, isWhole: true })),
    ],
  };
}
