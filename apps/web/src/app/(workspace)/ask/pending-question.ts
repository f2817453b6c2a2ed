/** The question that a new conversation begins with, from the screen that starts it to the screen that asks it. */
const pending = new Map<string, string>();

export function leaveQuestion(conversationId: string, question: string): void {
  pending.set(conversationId, question);
}

/** Returns the question that waits for this conversation, once. */
export function takeQuestion(conversationId: string): string | null {
  const question = pending.get(conversationId) ?? null;
  pending.delete(conversationId);
  return question;
}
