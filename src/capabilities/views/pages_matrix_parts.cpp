// SPDX-License-Identifier: Apache-2.0
#include "capabilities/views/pages_matrix_parts.hpp"

#include <algorithm>

namespace poa::views {
namespace {

// The first load of a page stays below 40 KiB with all it needs: this much of it is the table's, so much is
// what is around it.
constexpr std::size_t table_bytes_max = 19'000, frame_bytes = 19'000;

// Measured on the coding of the replies, gzipped as it is sent, in the language that takes most (Russian).
constexpr std::size_t column_bytes = 31, question_bytes = 30, answer_bytes = 12, empty_cells_a_byte = 8;

std::size_t row_bytes(const Matrix& matrix, const std::vector<std::size_t>& actors, std::size_t variable) {
    const auto answers = static_cast<std::size_t>(std::ranges::count_if(
        actors, [&](std::size_t actor) { return matrix.is_answered(variable, actor); }));
    return question_bytes + answers * answer_bytes + (actors.size() - answers) / empty_cells_a_byte;
}

} // namespace

std::size_t table_bytes(const Matrix& matrix, const std::vector<std::size_t>& actors,
                        const std::vector<std::size_t>& variables) {
    std::size_t bytes = actors.size() * column_bytes;
    for (std::size_t variable : variables) bytes += row_bytes(matrix, actors, variable);
    return bytes;
}

std::vector<std::size_t> part_begins(const Matrix& matrix, const std::vector<std::size_t>& actors,
                                     const std::vector<std::size_t>& variables, std::size_t bytes_max) {
    const std::size_t head = actors.size() * column_bytes;
    const std::size_t room = bytes_max > head ? bytes_max - head : 1;
    std::vector<std::size_t> begins;
    std::size_t used = 0;
    auto begin_at = [&](std::size_t place) {
        begins.push_back(place);
        used = 0;
    };
    for (std::size_t at = 0; at < variables.size();) {
        const std::string_view pillar = pillar_key(matrix.questions().at(variables[at]));
        std::size_t after = at, bytes = 0;
        for (; after < variables.size() && pillar_key(matrix.questions().at(variables[after])) == pillar;
             ++after)
            bytes += row_bytes(matrix, actors, variables[after]);
        if (begins.empty() || (used > 0 && used + bytes > room)) begin_at(at);
        for (; at < after; ++at) {
            const std::size_t row = row_bytes(matrix, actors, variables[at]);
            if (used > 0 && used + row > room) begin_at(at);
            used += row;
        }
    }
    return begins;
}

Result<void> keep_part(const Loading& at, std::string_view from, const std::vector<std::size_t>& actors,
                       std::vector<std::size_t>& variables, MatrixPage& page) {
    const Matrix& matrix = at.standing.matrix;
    auto key = [&](std::size_t place) { return matrix.questions().at(variables[place]).key; };
    std::size_t place = 0;
    while (!from.empty() && place < variables.size() && key(place) != from) ++place;
    if (!from.empty() && place == variables.size())
        return refuse(Refusal::Kind::not_found, "views.no_such_question");
    const auto begins = part_begins(matrix, actors, variables, table_bytes_max);
    if (begins.size() < 2) return {};
    page.is_part = true;
    page.kibibytes = static_cast<std::int64_t>((table_bytes(matrix, actors, variables) + frame_bytes) / 1024);
    const auto next = std::ranges::upper_bound(begins, place);
    const auto shown = next - 1;
    if (shown != begins.begin()) page.previous = key(*(shown - 1));
    if (next != begins.end()) page.next = key(*next);
    const std::size_t end = next == begins.end() ? variables.size() : *next;
    variables = {variables.begin() + static_cast<std::ptrdiff_t>(*shown),
                 variables.begin() + static_cast<std::ptrdiff_t>(end)};
    return {};
}

} // namespace poa::views
