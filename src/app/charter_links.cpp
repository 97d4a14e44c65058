// SPDX-License-Identifier: Apache-2.0
#include "app/charter_links.hpp"

#include "app/charter_passages.hpp"
#include "base/text.hpp"
#include "capabilities/documents/documents.hpp"
#include "capabilities/identity/faces.hpp"
#include "capabilities/views/convergence.hpp"
#include "web/url.hpp"

namespace poa::app {
namespace {

/// "egy/para-14" -> "Egypt, para. 14", with the State's name in the reader's language.
std::string place_words(std::string_view anchor, const members::Register& states,
                        members::Language language) {
    std::string place(anchor);
    std::string name;
    if (const auto slash = anchor.find('/'); slash == 3) {
        std::string code(anchor.substr(0, 3));
        for (char& letter : code) letter = static_cast<char>(letter >= 'a' ? letter - 'a' + 'A' : letter);
        if (states.by_iso3(code) != nullptr) {
            name = std::string(states.display_name(code, language)) + ", ";
            place = place.substr(4);
        }
    }
    if (place.starts_with("para-")) place = "para. " + place.substr(5);
    return name + place;
}

charter::Voices voices_on(const views::Standing& standing, std::size_t place, const views::Answer& outcome) {
    const views::Variable& variable = standing.questions().at(place);
    charter::Voices voices;
    for (std::size_t actor = 0; actor < standing.matrix.actors().size(); ++actor) {
        const auto& who = standing.matrix.actors()[actor];
        if (who.kind != views::ActorKind::state) continue;
        const auto* answer = standing.matrix.answer(place, actor);
        if (answer == nullptr || variable.is_silent(*answer)) continue;
        (views::can_live_with(variable, *answer, outcome) ? voices.can_live_with : voices.cannot)
            .push_back(who.code);
    }
    return voices;
}

} // namespace

std::function<charter::PassageLink(const web::Visit&, const charter::Provenance&)>
passages_for_charters(storage::Database& database, const members::CurrentRegister& states) {
    return [&database, &states](const web::Visit& visit, const charter::Provenance& source) {
        charter::PassageLink link{source.document, {}};
        if (source.document.empty() || source.passage.empty()) return link;
        const auto language = members::parse_language(visit.in.code()).value_or(members::Language::en);
        const auto reader = identity::actor_of(visit).reader();
        const auto found = database.read([&](storage::Session& session) {
            link.problem = problem_of_passage(session, reader, source);
            return documents::find_visible_document(session, reader, slug(source.document));
        });
        link.label = (found ? found->cited_as() : source.document) + ", " +
                     place_words(source.passage, *states.now(), language);
        if (!found) return link;
        web::Url url = web::Url::of("documents", found->slug, "passages", source.passage);
        link.url = source.words.empty() ? url.text() : url.with("quote", source.words).at("quote").text();
        return link;
    };
}

std::function<charter::HearVoices(const web::Visit&)> voices_for_charters(storage::Database& database,
                                                                          views::CurrentStanding& standing) {
    return [&database, &standing](const web::Visit&) -> charter::HearVoices {
        auto stand = database.read([&](storage::Session& session) { return standing.of(session); });
        return [stand](std::string_view question, std::string_view answer) -> std::optional<charter::Voices> {
            const auto place = stand->questions().find(question);
            if (!place) return std::nullopt;
            auto outcome = views::parse_answer(stand->questions().at(*place), answer);
            if (!outcome) return std::nullopt;
            return voices_on(*stand, *place, *outcome);
        };
    };
}

} // namespace poa::app
