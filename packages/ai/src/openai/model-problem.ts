/** A hosted model cannot be used; the message is a sentence that says what to set. */
export class ModelProblem extends Error {
  override readonly name = "ModelProblem";
}
