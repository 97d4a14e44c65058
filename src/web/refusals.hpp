// SPDX-License-Identifier: Apache-2.0
#pragma once
// From a refusal to status and translated sentence: the one table.

#include "base/refusal.hpp"
#include "http/message.hpp"
#include "web/visit.hpp"

#include <map>
#include <string>
#include <string_view>

namespace poa::web {

/// Sentences by reason code; {names} are filled from the reason's facts. Capabilities add theirs when wired.
class Sentences {
  public:
    Sentences(); ///< with those of base (input.*, json.*, form.*) and of the web itself
    void add(std::string_view code, std::string_view sentence); ///< sentence: N_("...")
    /// Facts whose name ends in "_words" are source strings: they are said in the reader's language.
    [[nodiscard]] std::string say(const Reason& reason, const Wording& in) const;
    /// All codes, for the reference page.
    [[nodiscard]] const std::map<std::string, std::string_view, std::less<>>& all() const {
        return sentences_;
    }

  private:
    std::map<std::string, std::string_view, std::less<>> sentences_;
};

[[nodiscard]] int status_of(Refusal::Kind kind);
/// What the status means in a few words: "Not found".
[[nodiscard]] std::string_view title_of(int status);

/// application/problem+json (RFC 9457) with all reasons.
[[nodiscard]] std::string problem_json(const Refusal& refusal, int status, const Sentences& sentences,
                                       const Wording& in, std::string_view request_id);
/// The same for people. `visit`: of the request that was refused.
[[nodiscard]] Screen problem_screen(const Refusal& refusal, int status, const Sentences& sentences,
                                    const Visit& visit);

} // namespace poa::web
