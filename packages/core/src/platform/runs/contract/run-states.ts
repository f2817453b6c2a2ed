export { runStates } from "@besunny/engine/console/run-states";
