// Loaded into the language server before anything else: each attempt to reach a network is noted and refused.
const fs = require("node:fs");
const net = require("node:net");

net.Socket.prototype.connect = function (...where) {
  fs.appendFileSync(process.env.COP_ATTEMPTS, JSON.stringify(where) + "\n");
  throw new Error("no network here");
};
