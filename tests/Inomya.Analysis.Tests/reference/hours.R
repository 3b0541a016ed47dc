# Parts of the day with day fixed effects (lm with a factor for each day), errors clustered by day.
# Writes hours-data.csv (day, hour, value) and hours.csv (part, difference, se).
set.seed(20260103)
d <- do.call(rbind, lapply(1:40, function(day) {
  hour <- sort(sample(c(8, 14, 20), sample(2:3, 1)))
  data.frame(day, hour, value = round(rnorm(1, 4) + c(`8` = 0.8, `14` = 0, `20` = -0.3)[as.character(hour)] + rnorm(length(hour), 0, 0.7), 3))
}))
write.csv(d, "hours-data.csv", row.names = FALSE, quote = FALSE)
part <- factor(d$hour %/% 4)
contrasts(part) <- contr.sum(3)[c(3, 1, 2), ]           # the first part is minus the sum of the others
fit <- lm(value ~ part + factor(day), d)
X <- model.matrix(fit)
X <- X[, !is.na(coef(fit))]
bread <- solve(crossprod(X))
meat <- Reduce(`+`, lapply(split(seq_len(nrow(d)), d$day), function(i) {
  s <- crossprod(X[i, , drop = FALSE], resid(fit)[i]); s %*% t(s) }))
V <- bread %*% meat %*% bread * 40 / 39
k <- grep("^part", colnames(X))
b <- coef(fit)[k]
L <- rbind(c(-1, -1), diag(2))
out <- data.frame(part = c(2, 3, 5), difference = as.numeric(L %*% b), se = sqrt(diag(L %*% V[k, k] %*% t(L))))
write.csv(format(out, digits = 12), "hours.csv", row.names = FALSE, quote = FALSE)
