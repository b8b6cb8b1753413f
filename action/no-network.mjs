// Stands in the bundle for the parts of @actions/core that would use the network or start processes.
function refuse() {
  throw new Error('this action uses no network and starts no process')
}

export { refuse as BearerCredentialHandler, refuse as exec, refuse as getExecOutput, refuse as HttpClient }
