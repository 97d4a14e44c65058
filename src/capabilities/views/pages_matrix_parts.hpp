// SPDX-License-Identifier: Apache-2.0
#pragma once
// The matrix question by question is heavy when all of it stands on one page: people get it in parts, cut
// between pillars, and within one only where it alone is more than a page takes.

#include "capabilities/views/pages_matrix_loading.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace poa::views {

/// Of the table of these questions by these actors, about what it takes over the wire, in bytes.
[[nodiscard]] std::size_t table_bytes(const Matrix& matrix, const std::vector<std::size_t>& actors,
                                      const std::vector<std::size_t>& variables);

/// Where each part of `variables` (which stand pillar by pillar) begins, the first at 0; nothing where there
/// are none. A part's table takes at most `bytes_max`, or has one question.
[[nodiscard]] std::vector<std::size_t> part_begins(const Matrix& matrix,
                                                   const std::vector<std::size_t>& actors,
                                                   const std::vector<std::size_t>& variables,
                                                   std::size_t bytes_max);

/// Leaves of `variables` the part that holds the question `from` (empty: the first part), and says in `page`
/// what is before and behind it. Refuses views.no_such_question (not_found).
[[nodiscard]] Result<void> keep_part(const Loading& at, std::string_view from,
                                     const std::vector<std::size_t>& actors,
                                     std::vector<std::size_t>& variables, MatrixPage& page);

} // namespace poa::views
