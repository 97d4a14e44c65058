// SPDX-License-Identifier: Apache-2.0
// The manifest: its routes can all be told apart, and every list of notes has one.
#include "capabilities/acquis/module.hpp"
#include "capabilities/acquis/tests/house.hpp"
#include "http/router.hpp"
#include "http/target.hpp"

#include <set>

namespace poa::acquis {
namespace {

TEST(Module, ItsRoutesAreToldApart) {
    test::House house(poa::test::Engine::sqlite);
    CurrentFramework current;
    web::Routes routes;
    add_routes(routes, {*house.database, house.clock, house.states, current, {}});
    http::Router router;
    std::set<std::string> names;
    for (std::size_t i = 0; i < routes.all().size(); ++i) {
        const web::Route& route = routes.all()[i];
        EXPECT_TRUE(route.about.name.starts_with("acquis.")) << route.about.name;
        EXPECT_TRUE(names.insert(route.about.name).second) << route.about.name;
        router.add(route.method, route.pattern, i);
    }
    // An item's page never takes the address of another page.
    for (const web::Route& route : routes.all()) {
        if (route.pattern.find('{') != std::string::npos || route.is_command) continue;
        http::Request request;
        ASSERT_TRUE(http::read_target(route.pattern, request)) << route.pattern;
        const auto match = router.match(http::Method::get, request.segments);
        ASSERT_TRUE(match.route.has_value()) << route.pattern;
        EXPECT_EQ(routes.all()[*match.route].about.name, route.about.name);
        if (route.pattern == "/acquis") continue;
        EXPECT_TRUE(is_reserved_key(route.pattern.substr(std::string("/acquis/").size()))) << route.pattern;
    }
}

} // namespace
} // namespace poa::acquis
