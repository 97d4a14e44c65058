// SPDX-License-Identifier: Apache-2.0
#include "capabilities/peer_review/procedure.hpp"

#include "base/json_value.hpp"
#include "base/require.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include <algorithm>

namespace poa::peer_review {
namespace {

namespace json = boost::json;

/// Reads members and remembers the first that was not as it must be.
class Reading {
  public:
    std::string text(const json::object& of, std::string_view name) {
        const json::value* value = of.if_contains(name);
        if (value == nullptr || !value->is_string() || value->get_string().empty()) return fail(name);
        return std::string(value->get_string());
    }
    std::int64_t number(const json::object& of, std::string_view name, std::int64_t least,
                        std::int64_t otherwise = -1) {
        const json::value* value = of.if_contains(name);
        if (value == nullptr && otherwise >= 0) return otherwise;
        if (value == nullptr || !value->is_int64() || value->get_int64() < least) return fail(name), 0;
        return value->get_int64();
    }
    Wordings texts(const json::object& of, std::string_view name) {
        Wordings made;
        const json::value* value = of.if_contains(name);
        if (value != nullptr && value->is_object())
            for (const auto& [language, text] : value->get_object())
                if (text.is_string()) made.emplace(language, text.get_string());
        if (!made.contains("en")) fail(name);
        return made;
    }
    ReviewPhase phase(const json::value& value) {
        ReviewPhase made;
        if (!value.is_object()) return fail("phases"), made;
        const json::object& of = value.get_object();
        made.key = text(of, "key");
        made.title = texts(of, "title");
        made.by = text(of, "by");
        made.stage = stage(text(of, "stage"));
        made.begins_after = number(of, "begins_after", 0, 0);
        made.days = number(of, "days", 1);
        return made;
    }
    [[nodiscard]] const std::string& problem() const { return problem_; }
    std::string fail(std::string_view at) {
        if (problem_.empty()) problem_ = at;
        return {};
    }

  private:
    ReviewStage stage(std::string_view name) {
        const auto stages = all_review_stages();
        const auto found =
            std::ranges::find_if(stages, [&](ReviewStage each) { return name_of(each) == name; });
        if (found != stages.end()) return *found;
        fail("stage");
        return ReviewStage::volunteered;
    }
    std::string problem_;
};

std::vector<ReviewProcedure> read_all() {
    std::vector<ReviewProcedure> made;
    for (const Embedded& file : review_files()) {
        auto procedure = parse_procedure(file.content);
        require(procedure.has_value(), "a shipped procedure of review reads without problems");
        require(procedure->key + ".json" == file.path, "a shipped procedure is called as its file");
        made.push_back(std::move(*procedure));
    }
    std::ranges::sort(made, {}, &ReviewProcedure::key);
    return made;
}

} // namespace

Worded worded(const Wordings& texts, std::string_view language) {
    auto found = texts.find(language);
    if (found == texts.end()) found = texts.find("en");
    require(found != texts.end(), "a text in English");
    return {found->second, found->first};
}

Result<ReviewProcedure> parse_procedure(std::string_view text) {
    auto value = parse_json(text);
    if (!value) return refuse(value.error());
    Reading reading;
    ReviewProcedure made;
    if (value->is_object()) {
        const json::object& of = value->get_object();
        made.key = reading.text(of, "key");
        made.title = reading.texts(of, "title");
        made.about = reading.texts(of, "about");
        made.source = reading.text(of, "source");
        made.reviewers = reading.number(of, "reviewers", 1);
        const json::value* phases = of.if_contains("phases");
        if (phases != nullptr && phases->is_array())
            for (const json::value& phase : phases->get_array()) made.phases.push_back(reading.phase(phase));
    }
    if (made.phases.empty()) reading.fail("phases");
    if (!reading.problem().empty())
        return refuse(Refusal::because(Refusal::Kind::bad_input, "peer_review.procedure_shape")
                          .with("at", reading.problem()));
    return made;
}

std::vector<PlannedPhase> planned(const ReviewProcedure& procedure, Day begins) {
    std::vector<PlannedPhase> plan;
    std::int64_t next = begins.days;
    for (const ReviewPhase& phase : procedure.phases) {
        const std::int64_t first = next + phase.begins_after;
        next = first + phase.days;
        plan.push_back(
            {&phase, Day{static_cast<std::int32_t>(first)}, Day{static_cast<std::int32_t>(next - 1)}});
    }
    return plan;
}

const std::vector<ReviewProcedure>& review_procedures() {
    static const std::vector<ReviewProcedure> all = read_all();
    return all;
}

const ReviewProcedure* find_procedure(std::string_view key) {
    const auto found = std::ranges::find(review_procedures(), key, &ReviewProcedure::key);
    return found == review_procedures().end() ? nullptr : &*found;
}

} // namespace poa::peer_review
