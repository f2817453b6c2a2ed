import { conflict, notFound } from "../../errors";
import { platformCommand } from "../../operation/platform";
import { nothing } from "../../shapes";
import { ofPerson } from "./contract";

/** Lets a suspended person sign in again. Their keys work again; their sessions have ended. */
export const resumePerson = platformCommand("platform.resume-person", {
  title: "Resume a person",
  permission: "people.manage",
  input: ofPerson,
  output: nothing,
  doors: ["admin"],

  async handle({ people, changed }, { id }) {
    if (!(await people.find(id))) notFound("Person", id);
    if (!(await people.setSuspended(id, null))) conflict("The person is not suspended");
    changed({ subject: id, before: { isSuspended: true }, after: { isSuspended: false } });
  },
});
