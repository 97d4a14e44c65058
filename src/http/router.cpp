// SPDX-License-Identifier: Apache-2.0
#include "http/router.hpp"

#include "base/require.hpp"
#include "base/text.hpp"

namespace poa::http {

const std::string& Parameters::get(std::string_view name) const {
    for (const auto& [key, value] : pairs_)
        if (key == name) return value;
    fail_requirement("the pattern has a parameter of that name", std::source_location::current());
}

namespace {

struct Route {
    std::size_t number = 0;
    std::vector<std::string> names; ///< of the pattern's parameters, in order
};

using Routes = std::map<Method, Route>;

/// The name in "{name}"; empty for a fixed segment.
std::string_view name_in(std::string_view segment) {
    if (segment.size() < 3 || segment.front() != '{' || segment.back() != '}') return {};
    return segment.substr(1, segment.size() - 2);
}

void add_route(Routes& routes, Method method, Route route) {
    bool is_new = routes.emplace(method, std::move(route)).second;
    require(is_new, "one route a pattern and method");
}

const Route* find_route(const Routes& routes, Method method) {
    auto found = routes.find(method);
    if (found == routes.end() && method == Method::head) found = routes.find(Method::get);
    return found == routes.end() ? nullptr : &found->second;
}

} // namespace

struct Router::Node {
    std::map<std::string, std::unique_ptr<Node>, std::less<>> fixed;
    std::unique_ptr<Node> named;
    Routes here; ///< of a path that ends here
    Routes rest; ///< of a path that goes on, with "{rest...}"

    Node& step(std::string_view segment, Route& route) {
        std::string_view name = name_in(segment);
        require((name.empty() ? segment : name).find_first_of("{}") == std::string_view::npos,
                "braces stand around a whole segment");
        if (!name.empty()) route.names.emplace_back(name);
        std::unique_ptr<Node>& next = name.empty() ? fixed[std::string(segment)] : named;
        if (!next) next = std::make_unique<Node>();
        return *next;
    }

    /// One look for a path: what it passes on the way down and what it finds.
    struct Search {
        Method method;
        const std::vector<std::string>& segments;
        std::vector<std::size_t> taken = {}; ///< the segments that stand for names
        const Route* found = nullptr;
        std::size_t rest_from = SIZE_MAX;
        std::set<Method> others = {}; ///< methods that the path has

        bool end_with(const Routes& routes, std::size_t rest_at) {
            found = find_route(routes, method);
            if (found) {
                rest_from = rest_at;
                return true;
            }
            for (const auto& [other, route] : routes) others.insert(other);
            return false;
        }
    };

    bool find(Search& search, std::size_t depth) const {
        if (depth == search.segments.size()) return search.end_with(here, SIZE_MAX);
        auto next = fixed.find(search.segments[depth]);
        if (next != fixed.end() && next->second->find(search, depth + 1)) return true;
        if (named) {
            search.taken.push_back(depth);
            if (named->find(search, depth + 1)) return true;
            search.taken.pop_back();
        }
        return search.end_with(rest, depth);
    }
};

Router::Router() : root_(std::make_unique<Node>()) {}
Router::~Router() = default;
Router::Router(Router&&) noexcept = default;
Router& Router::operator=(Router&&) noexcept = default;

void Router::add(Method method, std::string_view pattern, std::size_t route) {
    require(pattern.starts_with('/'), "a pattern begins with '/'");
    Route made{route, {}};
    Node* node = root_.get();
    std::vector<std::string_view> segments = split(pattern.substr(1), '/');
    if (segments.back().empty())
        segments.pop_back(); // "/" and "/a/" are the paths without the slash at the end
    for (std::size_t i = 0; i < segments.size(); ++i) {
        require(!segments[i].empty(), "no empty segments in a pattern");
        std::string_view name = name_in(segments[i]);
        if (name.ends_with("...")) {
            require(i + 1 == segments.size() && name.size() > 3, "a rest comes last");
            made.names.emplace_back(name.substr(0, name.size() - 3));
            return add_route(node->rest, method, std::move(made));
        }
        node = &node->step(segments[i], made);
    }
    add_route(node->here, method, std::move(made));
}

Router::Match Router::match(Method method, const std::vector<std::string>& segments) const {
    Match match;
    Node::Search search{method, segments};
    if (!root_->find(search, 0)) {
        if (search.others.contains(Method::get)) search.others.insert(Method::head);
        match.allowed.assign(search.others.begin(), search.others.end());
        return match;
    }
    match.route = search.found->number;
    for (std::size_t i = 0; i < search.taken.size(); ++i)
        match.parameters.add(search.found->names[i], segments[search.taken[i]]);
    if (search.rest_from != SIZE_MAX) {
        std::vector<std::string> rest(segments.begin() + static_cast<std::ptrdiff_t>(search.rest_from),
                                      segments.end());
        match.parameters.add(search.found->names.back(), join(rest, "/"));
    }
    return match;
}

} // namespace poa::http
