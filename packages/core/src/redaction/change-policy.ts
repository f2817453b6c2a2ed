import { notFound } from "../errors";
import { command } from "../operation/command";
import { CurrentPolicy, checksumOf, inOrder, policyOf, RedactionPolicy } from "./contract/policy";

/**
 * Changes the rules for texts that leave to hosted models. They hold from the next call on. Each change is a version that never changes; rules that
 * say the same as before make none.
 */
export const changePolicy = command("redaction.change-policy", {
  title: "Change what is replaced before texts leave",
  permission: "workspace.update",
  input: RedactionPolicy,
  output: CurrentPolicy,
  doors: ["web"],

  async handle({ redactionPolicies, projects, workspaceId, actor, changed }, given) {
    await redactionPolicies.lock();
    const before = policyOf(await redactionPolicies.current());
    const added = given.neverProjectIds.filter((id) => !before.neverProjectIds.includes(id));
    const known = new Set((await projects.findMany(added)).map(({ id }) => id));
    for (const id of added) if (!known.has(id)) notFound("Project", id);
    const checksum = checksumOf(given);
    if (before.version > 0 && before.checksum === checksum) return before;
    const policy = inOrder(given);
    const row = await redactionPolicies.add({
      version: before.version + 1,
      policy,
      checksum,
      createdById: actor.kind === "user" ? actor.id : null,
    });
    changed({
      subject: workspaceId,
      before: { version: before.version, checksum: before.checksum, ...inOrder(before) },
      after: { version: row.version, checksum, ...policy },
    });
    return policyOf(row);
  },
});
