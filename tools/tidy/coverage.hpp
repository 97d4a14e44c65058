// SPDX-License-Identifier: Apache-2.0
#pragma once
// Which requirement rows are shown by which tests: docs/reference/coverage.md is made from what the tests
// say.

#include "tidy/tree.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace poa::tidy {

/// tools/tidy/rows.txt: a row's id and what it asks, in short.
struct Row {
    std::string id;
    std::string asks;
};
[[nodiscard]] std::vector<Row> read_rows(const File& file, Findings& findings);

/// A test that names a row.
struct Claim {
    std::string row;
    std::string path;
    int line = 1;
    std::string test; ///< "Suite.name", a quoted title, or "the whole file"
    auto operator<=>(const Claim&) const = default;
};

/// Claims of one test file. A row counts where a test's name holds it ("DOC-09" or DOC_09), where the comment
/// right above a test or its first comment line does, and, in the comment that opens a file, for the whole
/// file.
[[nodiscard]] std::vector<Claim> claims_in(const File& file);

/// The page. A claim of an unknown row is a finding.
[[nodiscard]] std::string coverage_page(const Tree& tree, const std::vector<Row>& rows, Findings& findings);

} // namespace poa::tidy
