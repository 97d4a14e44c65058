// SPDX-License-Identifier: Apache-2.0
// The one text form of who sees an answer.
#include "base/text.hpp"
#include "capabilities/national_reports/answer.hpp"

#include <algorithm>

namespace poa::national_reports {
namespace {

constexpr std::string_view counted_mark = "+counted";
constexpr std::string_view parties_mark = "parties:";

bool is_capital(char c) {
    return c >= 'A' && c <= 'Z';
}

/// In the form of a body: "secretariat", "chair", "state:ALB", "organisation:first-org".
bool is_party(std::string_view text) {
    if (text == "secretariat" || text == "chair") return true;
    if (text.starts_with("state:")) {
        const std::string_view code = text.substr(6);
        return code.size() == 3 && std::ranges::all_of(code, is_capital);
    }
    if (!text.starts_with("organisation:")) return false;
    const std::string_view key = text.substr(13);
    return !key.empty() && slug(key) == key;
}

} // namespace

std::string text_of(const Sharing& sharing) {
    std::string text(name_of(sharing.audience));
    if (sharing.audience == Audience::parties) text += ":" + join(sharing.parties, ",");
    if (sharing.counted) text += counted_mark;
    return text;
}

std::optional<Sharing> parse_sharing(std::string_view text) {
    Sharing sharing;
    if (text.ends_with(counted_mark)) {
        sharing.counted = true;
        text.remove_suffix(counted_mark.size());
    }
    if (!text.starts_with(parties_mark)) {
        const auto audience = parse_audience(text);
        if (!audience || *audience == Audience::parties || *audience == Audience::contacts)
            return std::nullopt;
        sharing.audience = *audience;
        return sharing;
    }
    sharing.audience = Audience::parties;
    for (std::string_view party : split(text.substr(parties_mark.size()), ',')) {
        const bool again = std::ranges::find(sharing.parties, party) != sharing.parties.end();
        if (again || !is_party(party)) return std::nullopt;
        sharing.parties.emplace_back(party);
    }
    return sharing;
}

} // namespace poa::national_reports
