# The two ridge regressions behind tomorrow's flare probability, and what is known on a morning, written again from the formulas.
# Writes forecast-data.csv (day, weekday 0 = Monday, y, stress; empty: not recorded), forecast-known.csv (one column a feature, all days)
# and forecast.csv (probability by the number model and by the event model for days 120 to 139).
set.seed(20261123)
n <- 140; learnt <- 120; threshold <- 6
stress <- as.numeric(arima.sim(list(ar = 0.4), n))
y <- as.numeric(arima.sim(list(ar = 0.5), n))
y[2:n] <- y[2:n] + 0.6 * stress[1:(n - 1)]
y <- pmin(10, pmax(0, round(4.5 + 1.4 * y))); stress <- round(stress, 2)
y[c(5, 30, 31, 90)] <- NA; stress[c(12, 60, 61)] <- NA
weekday <- (0:(n - 1) + 3) %% 7
write.csv(data.frame(day = 0:(n - 1), weekday, y, stress), "forecast-data.csv", row.names = FALSE, quote = FALSE, na = "")

carried <- function(x, phi) { m <- mean(x[1:learnt], na.rm = TRUE); s <- 0
  sapply(x, function(v) { s <<- if (is.na(v)) phi * s else v - m; m + s }) }
late <- function(x, k, before) c(rep(before, k), x[1:(n - k)])
average <- function(half, worth) { m <- mean(y[1:learnt], na.rm = TRUE); keep <- 0.5^(1 / half)
  sapply(1:n, function(t) { past <- seq_len(t - 1); w <- keep^(t - 1 - past) * !is.na(y[past])
    (sum(w * ifelse(is.na(y[past]), 0, y[past])) + worth * m * 1) / (sum(w) + worth) }) }
m <- mean(y[1:learnt], na.rm = TRUE); fy <- carried(y, 0.6); fs <- carried(stress, 0.3)
known <- cbind(late(fy, 1, m), late(fy, 2, m), average(3, 5), average(21, 10),
  sapply(1:6, function(d) ifelse(weekday == d, 1, ifelse(weekday == 0, -1, 0))), late(fs, 1, fs[1]))
write.csv(format(as.data.frame(known), digits = 12, trim = TRUE), "forecast-known.csv", row.names = FALSE, quote = FALSE)

rows <- which(!is.na(y[1:learnt]) & 1:learnt > 5); p <- ncol(known)
mu <- colMeans(known[rows, ]); sdv <- sqrt(colMeans(sweep(known[rows, ], 2, mu)^2)) + 1e-9
Z <- sweep(sweep(known, 2, mu), 2, sdv, "/")
X <- Z[rows, ]; yy <- y[rows] - mean(y[rows])
inverse <- solve(t(X) %*% X + 4 * diag(p)); b <- inverse %*% t(X) %*% yy
used <- sum(diag(X %*% inverse %*% t(X)))
spread <- sqrt(sum((yy - X %*% b)^2) / max(10, length(rows) - used - 1))
after <- (learnt + 1):n
number <- 1 - pnorm(threshold - 0.5, mean(y[rows]) + Z[after, ] %*% b, spread)
flare <- as.numeric(y[rows] >= threshold)
loss <- function(g) { eta <- g[1] + X %*% g[-1]; -sum(flare * eta - log1p(exp(eta))) + 0.5 * 0.01 * g[1]^2 + 0.5 * 8 * sum(g[-1]^2) }
g <- optim(rep(0, p + 1), loss, method = "BFGS", control = list(reltol = 1e-14, maxit = 1000))$par
event <- plogis(g[1] + Z[after, ] %*% g[-1])
write.csv(data.frame(day = after - 1, number = format(as.numeric(number), digits = 10), event = format(as.numeric(event), digits = 10)), "forecast.csv", row.names = FALSE, quote = FALSE)
