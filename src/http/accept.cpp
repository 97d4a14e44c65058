// SPDX-License-Identifier: Apache-2.0
#include "http/accept.hpp"

#include "base/text.hpp"
#include "http/quality.hpp"

namespace poa::http {
namespace {

/// 0 where `range` does not cover `type`; else more for the more specific.
int specificity(const Weighted& range, const Weighted& type) {
    if (range.value == "*/*" || range.value == "*") return 1;
    if (range.value.ends_with("/*"))
        return type.value.starts_with(std::string_view(range.value).substr(0, range.value.size() - 1)) ? 2
                                                                                                       : 0;
    if (range.value != type.value) return 0;
    for (const auto& [name, value] : range.settings) {
        auto same = [&](const auto& setting) {
            return setting.first == name && same_ignoring_case(setting.second, value);
        };
        if (std::ranges::none_of(type.settings, same)) return 0;
    }
    return 3 + static_cast<int>(range.settings.size());
}

int quality_of(const Weighted& type, const std::vector<Weighted>& ranges) {
    int best = 0, quality = 0;
    for (const Weighted& range : ranges) {
        int fit = specificity(range, type);
        if (fit > best) {
            best = fit;
            quality = range.thousandths;
        }
    }
    return quality;
}

std::optional<std::size_t> index_of(std::string_view tag, std::span<const std::string_view> offered) {
    for (std::size_t i = 0; i < offered.size(); ++i)
        if (same_ignoring_case(offered[i], tag)) return i;
    return std::nullopt;
}

/// "zh-hant-tw" -> "zh-hant" -> "zh"; a single letter left at the end goes with what it introduced.
std::string_view shortened(std::string_view tag) {
    std::size_t hyphen = tag.rfind('-');
    if (hyphen == std::string_view::npos) return {};
    tag = tag.substr(0, hyphen);
    if (tag.size() >= 2 && tag[tag.size() - 2] == '-') tag.remove_suffix(2);
    return tag;
}

std::optional<std::size_t> look_up(std::string_view range, std::span<const std::string_view> offered) {
    for (std::string_view tag = range; !tag.empty(); tag = shortened(tag))
        if (auto found = index_of(tag, offered)) return found;
    return std::nullopt;
}

bool is_refused(std::string_view tag, const std::vector<Weighted>& ranges) {
    return std::ranges::any_of(ranges, [&](const Weighted& range) {
        return range.thousandths == 0 && same_ignoring_case(range.value, tag);
    });
}

} // namespace

std::optional<std::size_t> choose(std::string_view accept_header, std::span<const std::string_view> offered) {
    if (offered.empty()) return std::nullopt;
    std::vector<Weighted> ranges = parse_weighted(accept_header);
    if (ranges.empty()) return 0;
    std::optional<std::size_t> chosen;
    int best = 0;
    for (std::size_t i = 0; i < offered.size(); ++i) {
        std::vector<Weighted> type = parse_weighted(offered[i]);
        int quality = type.empty() ? 0 : quality_of(type.front(), ranges);
        if (quality > best) {
            best = quality;
            chosen = i;
        }
    }
    return chosen;
}

std::optional<std::size_t> choose_language(std::string_view accept_language,
                                           std::span<const std::string_view> offered) {
    std::vector<Weighted> ranges = parse_weighted(accept_language);
    std::ranges::stable_sort(ranges, std::ranges::greater{}, &Weighted::thousandths);
    for (const Weighted& range : ranges) {
        if (range.thousandths == 0) break;
        if (range.value == "*") {
            for (std::size_t i = 0; i < offered.size(); ++i)
                if (!is_refused(offered[i], ranges)) return i;
        } else if (auto found = look_up(range.value, offered);
                   found && !is_refused(offered[*found], ranges)) {
            return found;
        }
    }
    return std::nullopt;
}

} // namespace poa::http
