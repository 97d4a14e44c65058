// SPDX-License-Identifier: Apache-2.0
#pragma once
// Routes for operators and programs: /healthz, /readyz, /metrics, /events, /openapi.json, /assets/...,
// /problems.

#include "app/metrics.hpp"
#include "app/settings.hpp"
#include "web/routes.hpp"

#include <functional>
#include <string>
#include <vector>

namespace poa::app {

/// One reason for which the platform cannot serve as it should.
struct NotReady {
    std::string what; ///< plain words, for everybody: no path, no address
    std::string why;  ///< for the log
};

struct OperationsLinks {
    std::function<std::vector<NotReady>()> readiness; ///< empty: ready
    std::function<std::uint64_t()> position;
    std::function<std::string()> metrics;
};

void add_operations(web::Routes& routes, const Settings& settings, OperationsLinks links);

/// /openapi.json; call when all other routes are there.
void add_openapi(web::Routes& routes, const Settings& settings);

} // namespace poa::app
