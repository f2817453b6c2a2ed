import { actorIdOf } from "../../access/actor";
import { conflict, notFound } from "../../errors";
import { platformCommand } from "../../operation/platform";
import { nothing } from "../../shapes";
import { ofPerson, reason } from "./contract";

/** Suspends a person: their sessions end, and no password or key lets them in until they are resumed. Nobody suspends themselves. */
export const suspendPerson = platformCommand("platform.suspend-person", {
  title: "Suspend a person",
  permission: "people.manage",
  input: ofPerson.extend({ reason }),
  output: nothing,
  doors: ["admin"],
  stepUp: true,

  async handle({ people, changed, clock, actor }, { id }) {
    if (id === actorIdOf(actor)) conflict("You cannot suspend yourself");
    if (!(await people.find(id))) notFound("Person", id);
    if (!(await people.setSuspended(id, clock()))) conflict("The person is suspended already");
    await people.revokeSessions(id, clock());
    changed({ subject: id, before: { isSuspended: false }, after: { isSuspended: true } });
  },
});
