// SPDX-License-Identifier: Apache-2.0
#include "capabilities/charter/nearest.hpp"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <vector>

namespace poa::charter {
namespace {

/// Letters to insert, drop or change.
std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t before = row[0];
        row[0] = i + 1;
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t changed = before + (a[i] == b[j] ? 0 : 1);
            before = row[j + 1];
            row[j + 1] = std::min({row[j + 1] + 1, row[j] + 1, changed});
        }
    }
    return row.back();
}

} // namespace

std::string_view nearest(std::string_view written, std::span<const std::string_view> names) {
    std::string_view best;
    if (written.size() > 100) return best;
    std::size_t least = written.size() / 3 + 1;
    for (std::string_view name : names)
        if (const std::size_t letters = distance(written, name); letters < least) {
            least = letters;
            best = name;
        }
    return best;
}

} // namespace poa::charter
