import { applyGrants } from "./apply-grants";
import { confirmPerson } from "./confirm-person";
import { listPeople } from "./list-people";
import { withdrawPerson } from "./withdraw-person";

/** The operations on the people of a source. */
export const peopleOperations = [applyGrants, confirmPerson, listPeople, withdrawPerson] as const;
