// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "pch.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
