// SPDX-License-Identifier: Apache-2.0
// The only file that includes valijson: it takes ten seconds to compile.
#include "capabilities/charter/schema_check.hpp"

#include "capabilities/charter/schema.hpp"
#include "capabilities/charter/yaml_reading.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include <algorithm>
#include <memory>
#include <valijson/adapters/boost_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

namespace poa::charter {
namespace {

const valijson::Schema& parsed_schema() {
    static const auto parsed = [] {
        static const boost::json::value text = schema();
        auto made = std::make_unique<valijson::Schema>();
        valijson::adapters::BoostJsonAdapter adapter(text);
        valijson::SchemaParser().populateSchema(adapter, *made);
        return made;
    }();
    return *parsed;
}

/// "<root>", "[plenary]", "[0]" -> "/plenary/0".
std::string pointer_of(const std::vector<std::string>& context) {
    std::string made;
    for (std::size_t i = 1; i < context.size(); ++i)
        made += "/" + pointer_part(std::string_view(context[i]).substr(1, context[i].size() - 2));
    return made;
}

/// Says only that something inside it failed, which has a line of its own.
bool is_about_its_parts(std::string_view description) {
    return description.starts_with("Failed to validate");
}

} // namespace

std::vector<SchemaProblem> schema_problems(const boost::json::value& json) {
    valijson::ValidationResults results;
    valijson::Validator validator(valijson::Validator::kStrongTypes);
    valijson::adapters::BoostJsonAdapter adapter(json);
    if (validator.validate(parsed_schema(), adapter, &results)) return {};
    std::vector<SchemaProblem> found;
    valijson::ValidationResults::Error error;
    while (results.popError(error)) {
        if (is_about_its_parts(error.description)) continue;
        std::string pointer = pointer_of(error.context);
        // At the top each says which key is missing; elsewhere the first says enough of one place.
        if (std::ranges::none_of(found, [&](const SchemaProblem& one) {
                return one.pointer == pointer && (!pointer.empty() || one.problem == error.description);
            }))
            found.push_back(SchemaProblem{std::move(pointer), error.description});
    }
    if (found.empty()) found.push_back(SchemaProblem{"", "does not keep to the schema"});
    return found;
}

} // namespace poa::charter
