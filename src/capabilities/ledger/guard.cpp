// SPDX-License-Identifier: Apache-2.0
#include "capabilities/ledger/guard.hpp"

#include "base/text.hpp"
#include "capabilities/ledger/decimal.hpp"
#include "capabilities/ledger/durable_file.hpp"
#include "capabilities/ledger/merkle.hpp"

#include <fmt/core.h>

namespace poa::ledger {
namespace {

constexpr std::string_view first_line = "poa ledger guard v1";
constexpr std::size_t guard_bytes_max = 1 << 20;

std::string head_text(std::string_view name, const TreeHead& head) {
    return fmt::format("{} {} {}\n", name, head.size, head.root.base64());
}

std::optional<TreeHead> parse_head(std::string_view line, std::string_view name) {
    std::vector<std::string_view> words = split(line, ' ');
    if (words.size() != 3 || words[0] != name) return std::nullopt;
    auto size = parse_decimal(words[1]);
    auto bytes = from_base64(words[2]);
    auto root = bytes ? Sha256::from_bytes(bytes_of(*bytes)) : std::nullopt;
    if (!size || !root) return std::nullopt;
    return TreeHead{*size, *root};
}

/// 4, 5, 6, 9 -> "4-6,9".
std::string ranges_text(const std::vector<std::int64_t>& numbers) {
    std::string text;
    for (std::size_t i = 0; i < numbers.size();) {
        std::size_t last = i;
        while (last + 1 < numbers.size() && numbers[last + 1] == numbers[last] + 1) ++last;
        if (!text.empty()) text += ',';
        text += std::to_string(numbers[i]);
        if (last > i) text += '-' + std::to_string(numbers[last]);
        i = last + 1;
    }
    return text;
}

std::optional<std::vector<std::int64_t>> parse_ranges(std::string_view text, std::size_t count_max) {
    std::vector<std::int64_t> numbers;
    if (text.empty()) return numbers;
    for (std::string_view range : split(text, ',')) {
        std::size_t hyphen = range.find('-');
        auto first = parse_decimal(range.substr(0, hyphen));
        auto last = hyphen == std::string_view::npos ? first : parse_decimal(range.substr(hyphen + 1));
        if (!first || !last || *last < *first || *last - *first >= count_max) return std::nullopt;
        for (std::uint64_t number = *first; number <= *last; ++number)
            numbers.push_back(static_cast<std::int64_t>(number));
        if (numbers.size() > count_max) return std::nullopt;
    }
    return numbers;
}

} // namespace

std::string guard_text(const GuardRecord& record) {
    return fmt::format("{}\n{}{}entries {}\n", first_line, head_text("base", record.base),
                       head_text("last", record.last), ranges_text(record.entries));
}

std::optional<GuardRecord> parse_guard(std::string_view text) {
    std::vector<std::string_view> lines = split(text, '\n');
    if (lines.size() != 5 || lines[0] != first_line || !lines[3].starts_with("entries ")) return std::nullopt;
    auto base = parse_head(lines[1], "base");
    auto last = parse_head(lines[2], "last");
    if (!base || !last || last->size < base->size) return std::nullopt;
    auto entries = parse_ranges(lines[3].substr(8), guard_bytes_max);
    if (!entries || entries->size() != last->size - base->size) return std::nullopt;
    GuardRecord record{*base, *last, std::move(*entries)};
    if (guard_text(record) != text) return std::nullopt;
    return record;
}

GuardRecord fresh_guard() {
    return {{0, empty_root()}, {0, empty_root()}, {}};
}

GuardRecord load_guard(const std::filesystem::path& file) {
    auto text = read_small_file(file, guard_bytes_max);
    if (!text)
        throw SigningRefused(fmt::format("The ledger's rollback guard {} is missing, so nothing is signed: "
                                         "without it the ledger cannot know what "
                                         "its key has signed before. Bring the file back; or, if this "
                                         "database is the newest there is, run "
                                         "`poa ledger accept-rollback`.",
                                         file.string()));
    auto record = parse_guard(*text);
    if (!record)
        throw SigningRefused(
            fmt::format("The ledger's rollback guard {} cannot be read as one, so nothing is signed. Bring "
                        "the file back; or, if "
                        "this database is the newest there is, run `poa ledger accept-rollback`.",
                        file.string()));
    return std::move(*record);
}

void save_guard(const std::filesystem::path& file, const GuardRecord& record) {
    write_durably(file, guard_text(record), Existing::replace);
}

} // namespace poa::ledger
