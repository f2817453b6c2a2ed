import { tell } from "../../notifications/contract/tell";
import type { CommandTools } from "../../operation/command";

/** Tells people that they are asked. A person gets one notice of a question. */
export async function tellAsked(
  tools: CommandTools,
  {
    approvalId,
    documentId,
    asked,
  }: { approvalId: string; documentId: string; asked: readonly string[] },
): Promise<void> {
  const createdAt = tools.clock();
  await tell(
    tools,
    asked.map((userId) => ({
      userId,
      kind: "approval" as const,
      documentId,
      key: `approval:${approvalId}`,
      createdAt,
    })),
  );
}
