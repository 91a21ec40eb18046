import { logConsole } from './server/console';

/** Loaded before the web server (`node --import`): what it says while it starts is in the form of the log, too. */
logConsole();
