// SPDX-License-Identifier: Apache-2.0
#include "app/reference_words.hpp"

#include <algorithm>
#include <iterator>

namespace poa::app {

std::span<const CommandWords> command_words() {
    static const std::vector<CommandWords> words = [] {
        std::vector<CommandWords> all;
        for (auto* topic : {words_of_people, words_of_texts, words_of_rules, words_of_decisions,
                            words_of_reports, words_of_reviews})
            std::ranges::move(topic(), std::back_inserter(all));
        return all;
    }();
    return words;
}

} // namespace poa::app
