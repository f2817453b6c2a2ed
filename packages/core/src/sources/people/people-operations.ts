import { applyGrants } from "./apply-grants";
import { confirmPerson } from "./confirm-person";
import { fetchSharings } from "./fetch-sharings";
import { keepSharings } from "./keep-sharings";
import { listPeople } from "./list-people";
import { listUnreadSharings } from "./list-unread-sharings";
import { withdrawPerson } from "./withdraw-person";

/** The operations on the people of a source. */
export const peopleOperations = [
  applyGrants,
  confirmPerson,
  fetchSharings,
  keepSharings,
  listPeople,
  listUnreadSharings,
  withdrawPerson,
] as const;
