// SPDX-License-Identifier: Apache-2.0
#pragma once
// A refusal: the rules say no, and why, as data. No prose here: the sentence is chosen and translated at the
// edge from the reason's code (web/refusals.hpp), so that a program reads the code and a person the sentence.

#include <expected>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace poa {

/// One reason, e.g. code "identity.may_not_appoint", facts {{"role","delegate"}}.
struct Reason {
    std::string code;  ///< capability, dot, reason; unknown codes are shown as they are
    std::string field; ///< the input field it belongs to; empty: the whole request
    std::vector<std::pair<std::string, std::string>> facts; ///< values for the sentence, by name
    std::string clause; ///< the charter clause or the source of the rule; empty where there is none
};

struct Refusal {
    enum class Kind {
        bad_input,     ///< fields that cannot be read or break a limit: all of them at once
        not_signed_in, ///< the act needs a person
        not_permitted, ///< the person's appointments do not allow it
        not_found,     ///< nothing there that this reader may know of
        conflict,      ///< somebody else was faster: a stale revision, or the same thing exists already
        rule,          ///< a rule of the mechanism says no
        too_many,      ///< too often; facts carry "seconds" to wait
    };
    Kind kind = Kind::rule;
    std::vector<Reason> reasons;

    static Refusal because(Kind kind, std::string code) {
        return Refusal{kind, {Reason{std::move(code), {}, {}, {}}}};
    }
    Refusal& with(std::string name, std::string value) & {
        reasons.back().facts.emplace_back(std::move(name), std::move(value));
        return *this;
    }
    Refusal&& with(std::string name, std::string value) && {
        reasons.back().facts.emplace_back(std::move(name), std::move(value));
        return std::move(*this);
    }
    /// A field problem, to be collected with others: `problems.add_field("email", "input.required")`.
    void add_field(std::string field, std::string code,
                   std::vector<std::pair<std::string, std::string>> facts = {}) {
        reasons.push_back(Reason{std::move(code), std::move(field), std::move(facts), {}});
    }
    [[nodiscard]] bool has(std::string_view code) const {
        for (const Reason& reason : reasons)
            if (reason.code == code) return true;
        return false;
    }
};

/// What a command or a parser gives: the value, or the refusal.
template <class T, class E = Refusal> using Result = std::expected<T, E>;

[[nodiscard]] inline std::unexpected<Refusal> refuse(Refusal refusal) {
    return std::unexpected<Refusal>(std::move(refusal));
}
[[nodiscard]] inline std::unexpected<Refusal> refuse(Refusal::Kind kind, std::string code) {
    return std::unexpected<Refusal>(Refusal::because(kind, std::move(code)));
}

} // namespace poa
