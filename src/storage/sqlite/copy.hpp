// SPDX-License-Identifier: Apache-2.0
#pragma once
// A consistent copy of a database that is being written.

#include "storage/sqlite/connection.hpp"

#include <string>

namespace poa::storage::sqlite {

/// Copies what `source` sees at one moment to the new file `path`, durable when it returns. Throws
/// MachineFailure where there is such a file already, or no room; then nothing is left of the copy.
void copy_database(Connection& source, const std::string& path);

} // namespace poa::storage::sqlite
