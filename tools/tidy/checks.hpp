// SPDX-License-Identifier: Apache-2.0
#pragma once
// The checks, one function a subject. Each reads the tree and adds findings; none changes anything.

#include "tidy/place.hpp"
#include "tidy/tree.hpp"

#include <vector>

namespace poa::tidy {

/// Includes: rooms downward only, other capabilities by their front header and as declared, rings inside a
/// capability, and the libraries that only one room may know (Beast and Asio, SQLite, libpq).
void check_includes(const std::vector<Source>& sources, const Uses& uses, const Roles& roles,
                    Findings& findings);

/// Words of C++: coroutines, SQL and the clock outside their places, markup that the Content-Security-Policy
/// forbids.
void check_words(const std::vector<Source>& sources, Findings& findings);
/// The same of the markup files (.html, .svg) of src/web.
void check_assets(const Tree& tree, Findings& findings);

/// Form of every text: SPDX line, line length, tabs, blanks at the end, line ends, UTF-8, marks of the
/// unfinished, size (a warning).
void check_form(const Tree& tree, Findings& findings);

/// Names that say nothing, of files, folders, types and namespaces.
void check_names(const Tree& tree, const std::vector<Source>& sources, Findings& findings);

/// What every capability has: a README, one name in five places for each command, migrations numbered without
/// gaps.
void check_capabilities(const Tree& tree, const std::vector<Source>& sources, Findings& findings);

/// All of the above, sorted, with tools/tidy/uses.txt and roles.txt of the tree.
[[nodiscard]] Findings check_all(const Tree& tree);

} // namespace poa::tidy
