#include "Roots.h"
