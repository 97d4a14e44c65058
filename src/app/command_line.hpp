// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace poa::app {

/// The program: reads the command line, environment and DIR/poa.conf, runs one verb. Gives the exit code: 0
/// done, 1 the verb failed or found something wrong, 2 the command line is wrong.
int run(int argc, char** argv);

} // namespace poa::app
