export { keepText, removeCopies } from "../../versions/version-text";
